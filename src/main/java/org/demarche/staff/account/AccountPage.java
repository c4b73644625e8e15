package org.demarche.staff.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.demarche.common.BadInput;
import org.demarche.common.Problem;
import org.demarche.common.page.QrDrawing;
import org.demarche.staff.Accounts;
import org.demarche.staff.Desk;
import org.demarche.staff.StaffMember;
import org.demarche.staff.totp.Authenticators;

/** One's own account: password, authenticator, and the browsers that are signed in. */
@Path("/desk/account")
@RolesAllowed({"admin", "campaigner", "moderator", "exporter", "coordinator"})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AccountPage {

    @CheckedTemplate(basePath = "staff")
    static class Templates {
        static native TemplateInstance account(AccountView view);
    }

    private final Accounts accounts;
    private final Authenticators authenticators;
    private final SecurityIdentity identity;

    AccountPage(Accounts accounts, Authenticators authenticators, SecurityIdentity identity) {
        this.accounts = accounts;
        this.authenticators = authenticators;
        this.identity = identity;
    }

    @GET
    public TemplateInstance account(@CookieParam("desk") String session) {
        return show(session, List.of(), List.of(), null);
    }

    @POST
    @Path("password")
    public Response password(
            @FormParam("old") String old, @FormParam("password") String fresh, @CookieParam("desk") String session) {
        return tried(session, () -> {
            accounts.changePassword(me(), old, fresh, session);
            return show(session, List.of(), List.of(), "Your password is changed, and every other browser signed out.");
        });
    }

    @POST
    @Path("authenticator")
    public Response confirm(@FormParam("code") String code, @CookieParam("desk") String session) {
        return tried(session, () -> {
            var recovery = accounts.confirmAuthenticator(me(), code == null ? "" : code, session);
            return show(session, List.of(), recovery, "Your authenticator is in use from now on.");
        });
    }

    @POST
    @Path("authenticator/remove")
    public Response remove(@FormParam("old") String password, @CookieParam("desk") String session) {
        return tried(session, () -> {
            accounts.removeAuthenticator(me(), password);
            return show(session, List.of(), List.of(), "The authenticator is taken off. The password alone opens now.");
        });
    }

    @POST
    @Path("sessions/end")
    public Response end(@FormParam("browser") String browser, @CookieParam("desk") String session) {
        return tried(session, () -> {
            accounts.end(me(), browser == null ? "" : browser);
            return show(session, List.of(), List.of(), "That browser is signed out.");
        });
    }

    private Response tried(String session, Supplier<TemplateInstance> deed) {
        try {
            return Response.ok(deed.get()).build();
        } catch (BadInput bad) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(show(session, bad.problems(), List.of(), null))
                    .build();
        }
    }

    private StaffMember me() {
        return accounts.of(identity.getPrincipal().getName());
    }

    private TemplateInstance show(String session, List<Problem> problems, List<String> recovery, String done) {
        var me = me();
        boolean has = authenticators.has(me.id());
        var offer = has ? null : authenticators.offer(me.id(), me.name());
        return Templates.account(new AccountView(
                Desk.page("Your account", "account", identity),
                has,
                offer,
                offer == null ? null : QrDrawing.of(offer.uri()),
                recovery,
                authenticators.recoveryCodesLeft(me.id()),
                accounts.browsers(me, session),
                problems,
                done));
    }
}
