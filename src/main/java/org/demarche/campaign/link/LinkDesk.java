package org.demarche.campaign.link;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.demarche.campaign.Campaign;
import org.demarche.common.BadInput;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.Refusal;
import org.demarche.common.page.DeskPage;
import org.demarche.common.page.QrDrawing;

/** The short links of a campaign, each with its QR code for a poster. */
@Path("/desk/links/{slug}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"admin", "campaigner"})
@RunOnVirtualThread
public class LinkDesk {

    /** @param address the whole of it, as it is printed */
    public record Row(String code, String source, String address, String madeBy, QrDrawing qr) {}

    public record View(
            DeskPage page, String slug, String title, List<Row> rows, String source, String code, Problem problem) {

        public String problem(String field) {
            return problem != null && problem.field().equals(field) ? problem.message() : null;
        }
    }

    @CheckedTemplate(basePath = "campaign")
    static class Templates {
        static native TemplateInstance links(View view);
    }

    private final ShortLinks links;
    private final DemarcheConfig config;

    LinkDesk(ShortLinks links, DemarcheConfig config) {
        this.links = links;
        this.config = config;
    }

    @GET
    public TemplateInstance list(@PathParam("slug") String slug, @Context SecurityContext security) {
        return show(slug, "", "", null, security);
    }

    @POST
    public Response make(
            @PathParam("slug") String slug,
            @FormParam("source") @DefaultValue("") String source,
            @FormParam("code") @DefaultValue("") String code,
            @Context SecurityContext security) {
        try {
            var wanted = code.strip().toLowerCase(Locale.ROOT);
            links.make(slug, source.strip(), wanted, security.getUserPrincipal().getName());
            return back(slug);
        } catch (BadInput bad) {
            return Response.status(400)
                    .entity(show(slug, source, code, bad.problems().getFirst(), security))
                    .build();
        }
    }

    @POST
    @Path("{code}/remove")
    public Response remove(
            @PathParam("slug") String slug, @PathParam("code") String code, @Context SecurityContext security) {
        links.remove(slug, code, security.getUserPrincipal().getName());
        return back(slug);
    }

    /** The code as a file, sharp at any size. */
    @GET
    @Path("{code}/qr.svg")
    @Produces("image/svg+xml")
    public Response qr(@PathParam("slug") String slug, @PathParam("code") String code) {
        var link = links.of(slug).stream()
                .filter(l -> l.code.equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("There is no such link."));
        return Response.ok(QrDrawing.of(address(link)).svg())
                .header("Content-Disposition", "attachment; filename=\"" + code + ".svg\"")
                .build();
    }

    private TemplateInstance show(String slug, String source, String code, Problem problem, SecurityContext security) {
        var rows = links.of(slug).stream()
                .map(l -> new Row(l.code, l.source, address(l), l.madeBy, QrDrawing.of(address(l))))
                .toList();
        var title = QuarkusTransaction.requiringNew()
                .call(() -> Campaign.named(slug).text(Language.EN).title());
        return Templates.links(
                new View(DeskPage.of("Short links", "campaigns", security), slug, title, rows, source, code, problem));
    }

    private String address(ShortLink link) {
        return config.baseUrl() + "/go/" + link.code;
    }

    private static Response back(String slug) {
        return Response.seeOther(URI.create("/desk/links/" + slug)).build();
    }
}
