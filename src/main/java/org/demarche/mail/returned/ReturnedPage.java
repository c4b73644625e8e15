package org.demarche.mail.returned;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.demarche.common.Paging;
import org.demarche.common.page.DeskPage;
import org.demarche.mail.MailConfig;
import org.demarche.mail.wire.ReadableMail;

/** Answers, and what nothing could be matched with, for a person to look at. */
@Path("/desk/returned")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"admin", "campaigner"})
@RunOnVirtualThread
public class ReturnedPage {

    @CheckedTemplate(basePath = "mail")
    static class Templates {
        static native TemplateInstance returned(ReturnedView view);

        static native TemplateInstance returnedMail(ReturnedView.One view);
    }

    private static final int PER_PAGE = 50;

    private final ReturnedDesk desk;
    private final MailConfig config;
    private final SecurityIdentity identity;

    ReturnedPage(ReturnedDesk desk, MailConfig config, SecurityIdentity identity) {
        this.desk = desk;
        this.config = config;
        this.identity = identity;
    }

    @GET
    public TemplateInstance list(
            @QueryParam("delivery") UUID delivery,
            @QueryParam("all") @DefaultValue("false") boolean all,
            @QueryParam("page") @DefaultValue("0") int page) {
        var rows = desk.list(delivery, all, admin(), new Paging(page, PER_PAGE).page(), PER_PAGE);
        return Templates.returned(new ReturnedView(
                frame("What came back"),
                config.imapUrl().isPresent(),
                all,
                desk.waiting(admin()),
                rows,
                rows.size() == PER_PAGE));
    }

    @GET
    @Path("/{id}")
    public TemplateInstance one(UUID id) {
        return Templates.returnedMail(
                new ReturnedView.One(frame("What came back"), desk.find(id, admin()), parsed(id)));
    }

    @GET
    @Path("/{id}/raw")
    @Produces("message/rfc822")
    public Response raw(UUID id) {
        return Response.ok(desk.content(id, admin()))
                .header("Content-Disposition", "attachment; filename=\"" + id + ".eml\"")
                .build();
    }

    @POST
    @Path("/{id}/handled")
    public Response handled(UUID id) {
        desk.handle(id, admin(), identity.getPrincipal().getName());
        return Response.seeOther(URI.create("/desk/returned")).build();
    }

    private ReadableMail parsed(UUID id) {
        if (!desk.find(id, admin()).readable()) {
            return null;
        }
        try {
            return ReadableMail.parse(desk.content(id, admin()));
        } catch (IllegalStateException broken) {
            return null;
        }
    }

    private boolean admin() {
        return identity.hasRole("admin");
    }

    private DeskPage frame(String title) {
        return DeskPage.of(title, "mailbox", identity.getPrincipal().getName(), identity::hasRole);
    }
}
