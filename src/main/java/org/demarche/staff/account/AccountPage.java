package org.demarche.staff.account;

import io.quarkus.qute.TemplateInstance;
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
import org.demarche.staff.Accounts;
import org.demarche.staff.SecondFactors;
import org.demarche.staff.account.OwnAccount.Done;

/** One's own account: password, authenticator, and the browsers that are signed in. */
@Path("/desk/account")
@RolesAllowed({"admin", "campaigner", "moderator", "exporter", "coordinator"})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AccountPage {

    private final OwnAccount account;
    private final Accounts accounts;
    private final SecondFactors factors;

    AccountPage(OwnAccount account, Accounts accounts, SecondFactors factors) {
        this.account = account;
        this.accounts = accounts;
        this.factors = factors;
    }

    @GET
    public TemplateInstance account(@CookieParam("desk") String session) {
        return account.show(session);
    }

    @POST
    @Path("password")
    public Response password(
            @FormParam("old") String old, @FormParam("password") String fresh, @CookieParam("desk") String session) {
        return account.after(session, () -> {
            accounts.changePassword(account.me(), old, fresh, session);
            return Done.said("Your password is changed, and every other browser signed out.");
        });
    }

    @POST
    @Path("authenticator")
    public Response confirm(@FormParam("code") String code, @CookieParam("desk") String session) {
        return account.after(
                session,
                () -> new Done(
                        "Your authenticator is in use from now on.",
                        factors.confirmAuthenticator(account.me(), code == null ? "" : code, session)));
    }

    @POST
    @Path("authenticator/remove")
    public Response remove(@FormParam("old") String password, @CookieParam("desk") String session) {
        return account.after(session, () -> {
            factors.removeAuthenticator(account.me(), password);
            return Done.said(
                    factors.owedBy(account.me().id()).passkey()
                            ? "The authenticator is taken off. You sign in with a passkey."
                            : "The authenticator is taken off. The password alone opens now.");
        });
    }

    @POST
    @Path("sessions/end")
    public Response end(@FormParam("browser") String browser, @CookieParam("desk") String session) {
        return account.after(session, () -> {
            accounts.end(account.me(), browser == null ? "" : browser);
            return Done.said("That browser is signed out.");
        });
    }
}
