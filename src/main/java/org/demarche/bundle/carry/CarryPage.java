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
import java.time.Clock;
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
    public record View(Page page, String token, String mission, String until, boolean bad, boolean badKey) {}

    @CheckedTemplate(basePath = "bundle")
    static class Templates {
        static native TemplateInstance carry(View view);
    }

    private final CarryLinks links;
    private final BundleArchive archive;
    private final PageLanguage pageLanguage;
    private final Organisation organisation;
    private final Missions missions;
    private final Clock clock;

    CarryPage(
            CarryLinks links,
            BundleArchive archive,
            PageLanguage pageLanguage,
            Organisation organisation,
            Missions missions,
            Clock clock) {
        this.links = links;
        this.archive = archive;
        this.pageLanguage = pageLanguage;
        this.organisation = organisation;
        this.missions = missions;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public Response show(@PathParam("token") String token) {
        return page(token, links.opening(token), "");
    }

    /** @param bad the field that was typed wrong; empty for none */
    private Response page(String token, CarryLink link, String bad) {
        var language = pageLanguage.get();
        var bundle = link.bundle;
        var view = new View(
                pageLanguage.page(language, organisation.letterhead(language)),
                token,
                missions.byCode(bundle.missionCode).map(m -> m.nameIn(language)).orElse(bundle.missionCode),
                new Spoken(language, bundle.campaign.zoneId()).moment(link.expiresAt),
                bad.equals("passphrase"),
                bad.equals("key"));
        return Response.status(bad.isEmpty() ? 200 : 400)
                .entity(Templates.carry(view).setLocale(language.locale()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Produces(MediaType.WILDCARD)
    @Transactional
    public Response fetch(
            @PathParam("token") String token, @FormParam("passphrase") String passphrase, @FormParam("key") String key)
            throws IOException {
        var link = links.opening(token);
        try {
            var lock = ArchiveLock.chosen(passphrase, key, clock.instant());
            var download = archive.download(link.bundle, "link " + link.id, lock);
            link.downloads++;
            return download;
        } catch (BadInput bad) {
            return page(token, link, bad.problems().getFirst().field());
        }
    }
}
