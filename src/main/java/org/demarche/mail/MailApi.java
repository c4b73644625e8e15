package org.demarche.mail;

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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.demarche.common.BadInput;
import org.demarche.common.EmailAddress;
import org.demarche.common.Paging;

/** The outbox for scripts. */
@Path("/api/v1/mail")
@RolesAllowed({"admin", "campaigner"})
@RunOnVirtualThread
public class MailApi {

    /** A page of the outbox. */
    public record Mails(List<MailView> items, long total) {}

    private final MailDesk desk;
    private final Reading reading;
    private final SecurityIdentity identity;

    MailApi(MailDesk desk, Reading reading, SecurityIdentity identity) {
        this.desk = desk;
        this.reading = reading;
        this.identity = identity;
    }

    @GET
    public Mails list(
            @QueryParam("state") String state,
            @QueryParam("purpose") String purpose,
            @QueryParam("campaign") String campaign,
            @QueryParam("to") String to,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("50") int size) {
        var filter = new MailDesk.Filter(
                oneOf(MailState.values(), "state", state),
                oneOf(Purpose.values(), "purpose", purpose),
                blankToNull(campaign),
                address(to));
        var paging = new Paging(page, size);
        var found = desk.list(filter, paging.page(), paging.size(), reader());
        return new Mails(found.items(), found.total());
    }

    @GET
    @Path("/{id}")
    public MailView one(UUID id) {
        return desk.find(id, reader());
    }

    @GET
    @Path("/{id}/raw")
    @Produces("message/rfc822")
    public byte[] raw(UUID id) {
        return reading.content(id, reader());
    }

    @POST
    @Path("/{id}/retry")
    @Produces(MediaType.APPLICATION_JSON)
    public MailView retry(UUID id) {
        desk.retry(id, identity.getPrincipal().getName());
        return desk.find(id, reader());
    }

    @POST
    @Path("/{id}/cancel")
    @Produces(MediaType.APPLICATION_JSON)
    public MailView cancel(UUID id) {
        desk.cancel(id, identity.getPrincipal().getName());
        return desk.find(id, reader());
    }

    private Reading.Reader reader() {
        return identity.hasRole("admin") ? Reading.Reader.ADMIN : Reading.Reader.STAFF;
    }

    static <E extends Enum<E>> E oneOf(E[] values, String field, String name) {
        if (blankToNull(name) == null) {
            return null;
        }
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new BadInput(field, "one of " + Arrays.toString(values)));
    }

    private static EmailAddress address(String typed) {
        return blankToNull(typed) == null
                ? null
                : EmailAddress.parse(typed).orElseThrow(() -> new BadInput("to", "no e-mail address"));
    }

    private static String blankToNull(String typed) {
        return typed == null || typed.isBlank() ? null : typed;
    }
}
