package org.demarche.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.demarche.common.Paging;
import org.demarche.common.Refusal;
import org.demarche.common.page.DeskPage;
import org.demarche.mail.wire.ReadableMail;

/** Every mail there is, and, as long as nothing leaves, what is in it. */
@Path("/desk/mailbox")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MailboxPage {

    @CheckedTemplate(basePath = "mail")
    static class Templates {
        static native TemplateInstance mailbox(MailboxView view);

        static native TemplateInstance mail(MailPageView view);
    }

    private static final int PER_PAGE = 50;
    /** As everywhere, and the mail's HTML in a frame. */
    private static final String PAGE_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:;"
            + " script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; frame-src 'self'";

    /** A stranger's HTML: no script, no network, no form; links open beside it. */
    private static final String MAIL_POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
            + " style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    private final MailDesk desk;
    private final Reading reading;
    private final MailboxDoor door;
    private final MailConfig config;
    private final SecurityIdentity identity;
    private final CameBack cameBack;

    MailboxPage(
            MailDesk desk,
            Reading reading,
            MailboxDoor door,
            MailConfig config,
            SecurityIdentity identity,
            CameBack cameBack) {
        this.cameBack = cameBack;
        this.desk = desk;
        this.reading = reading;
        this.door = door;
        this.config = config;
        this.identity = identity;
    }

    @GET
    public TemplateInstance mailbox(
            @QueryParam("purpose") String purpose,
            @QueryParam("state") String state,
            @QueryParam("page") @DefaultValue("0") int page,
            @Context HttpServerRequest request) {
        var reader = door.admit(request);
        var wanted = MailApi.oneOf(Purpose.values(), "purpose", purpose);
        var inState = MailApi.oneOf(MailState.values(), "state", state);
        var shown = new Paging(page, PER_PAGE).page();
        var found = desk.list(new MailDesk.Filter(inState, wanted, null, null), shown, PER_PAGE, reader);
        return Templates.mailbox(new MailboxView(
                frame("Mailbox", reader),
                reader == Reading.Reader.LOCAL,
                config.smtpUrl().isPresent(),
                desk.standing(),
                reader == Reading.Reader.LOCAL ? 0 : cameBack.waiting(reader == Reading.Reader.ADMIN),
                wanted,
                inState,
                found.items(),
                found.total(),
                shown,
                (shown + 1L) * PER_PAGE < found.total()));
    }

    @GET
    @Path("/{id}")
    public TemplateInstance mail(UUID id, @Context HttpServerRequest request) {
        var reader = door.admit(request);
        var mail = desk.find(id, reader);
        allow(request, PAGE_POLICY);
        return Templates.mail(
                new MailPageView(frame("Mail", reader), reader == Reading.Reader.LOCAL, mail, readable(id, reader)));
    }

    /** The HTML part alone, for the frame. */
    @GET
    @Path("/{id}/html")
    public String html(UUID id, @Context HttpServerRequest request) {
        var html = content(id, request).html();
        if (html == null) {
            throw Refusal.unknown("This mail has no HTML.");
        }
        allow(request, MAIL_POLICY);
        return "<base target=\"_blank\">" + html;
    }

    @GET
    @Path("/{id}/files/{n}")
    @Produces(MediaType.WILDCARD)
    public Response file(UUID id, int n, @Context HttpServerRequest request) {
        var files = content(id, request).files();
        if (n < 0 || n >= files.size()) {
            throw Refusal.unknown("This mail has no such file.");
        }
        var file = files.get(n);
        return Response.ok(file.bytes(), "application/octet-stream")
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(file.name()))
                .build();
    }

    @GET
    @Path("/{id}/raw")
    @Produces("message/rfc822")
    public Response raw(UUID id, @Context HttpServerRequest request) {
        return Response.ok(reading.content(id, door.admit(request)))
                .header("Content-Disposition", "attachment; filename=\"" + id + ".eml\"")
                .build();
    }

    @POST
    @Path("/{id}/retry")
    @RolesAllowed({"admin", "campaigner"})
    public Response retry(UUID id) {
        desk.retry(id, identity.getPrincipal().getName());
        return Response.seeOther(URI.create("/desk/mailbox/" + id)).build();
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({"admin", "campaigner"})
    public Response cancel(UUID id) {
        desk.cancel(id, identity.getPrincipal().getName());
        return Response.seeOther(URI.create("/desk/mailbox/" + id)).build();
    }

    /** In place of the policy that every answer carries: of two policies a browser keeps the stricter. */
    private static void allow(HttpServerRequest request, String policy) {
        request.response().putHeader("Content-Security-Policy", policy);
    }

    private ReadableMail content(UUID id, HttpServerRequest request) {
        return ReadableMail.parse(reading.content(id, door.admit(request)));
    }

    /** Null where this reader may not, or nothing is left to read: the page says so and shows the rest. */
    private ReadableMail readable(UUID id, Reading.Reader reader) {
        return reading.mayRead(id, reader) ? ReadableMail.parse(reading.content(id, reader)) : null;
    }

    private DeskPage frame(String title, Reading.Reader reader) {
        return reader == Reading.Reader.LOCAL
                ? new DeskPage(title, "mailbox", "", "")
                : DeskPage.of(title, "mailbox", identity.getPrincipal().getName(), identity::hasRole);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name == null ? "file" : name, StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
