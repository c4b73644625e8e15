package org.demarche.bundle.carry;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.demarche.bundle.BundleArchive;
import org.demarche.common.BadInput;
import org.demarche.common.page.Page;
import org.demarche.common.page.PageLanguage;
import org.demarche.common.page.Spoken;
import org.demarche.letter.Organisation;
import org.demarche.mission.Missions;

/** What a coordinator's link shows; only the button fetches anything, for mail scanners follow links. */
@Path("/carry/{token}")
@RunOnVirtualThread
public class CarryPage {

    /** @param until the moment as said */
    public record View(Page page, String token, String mission, String until, boolean bad) {}

    @CheckedTemplate(basePath = "bundle")
    static class Templates {
        static native TemplateInstance carry(View view);
    }

    private final CarryLinks links;
    private final BundleArchive archive;
    private final PageLanguage pageLanguage;
    private final Organisation organisation;
    private final Missions missions;

    CarryPage(
            CarryLinks links,
            BundleArchive archive,
            PageLanguage pageLanguage,
            Organisation organisation,
            Missions missions) {
        this.links = links;
        this.archive = archive;
        this.pageLanguage = pageLanguage;
        this.organisation = organisation;
        this.missions = missions;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public Response show(@PathParam("token") String token) {
        return page(token, links.opening(token), 200);
    }

    private Response page(String token, CarryLink link, int status) {
        var language = pageLanguage.get();
        var bundle = link.bundle;
        var view = new View(
                pageLanguage.page(language, organisation.letterhead(language)),
                token,
                missions.byCode(bundle.missionCode).map(m -> m.nameIn(language)).orElse(bundle.missionCode),
                new Spoken(language, bundle.campaign.zoneId()).moment(link.expiresAt),
                status == 400);
        return Response.status(status)
                .entity(Templates.carry(view).setLocale(language.locale()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Produces(MediaType.WILDCARD)
    @Transactional
    public Response fetch(@PathParam("token") String token, @FormParam("passphrase") String passphrase)
            throws IOException {
        var link = links.opening(token);
        try {
            var download = archive.download(link.bundle, "link " + link.id, passphrase);
            link.downloads++;
            return download;
        } catch (BadInput tooShort) {
            return page(token, link, 400);
        }
    }
}
