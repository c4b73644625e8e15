package org.demarche.staff.account;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.demarche.common.BadInput;
import org.demarche.common.Token;
import org.demarche.staff.PasskeyQuestion;
import org.demarche.staff.SecondFactors;
import org.demarche.staff.account.OwnAccount.Done;

/** One's own passkeys, on the page of the account: taken into use in two steps, and taken off. */
@Path("/desk/account/passkeys")
@RolesAllowed({"admin", "campaigner", "moderator", "exporter", "coordinator"})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PasskeyPage {

    private final OwnAccount account;
    private final SecondFactors factors;

    PasskeyPage(OwnAccount account, SecondFactors factors) {
        this.account = account;
        this.factors = factors;
    }

    /** The question for the device, where password and name will do. */
    @POST
    @Path("question")
    @Produces(MediaType.APPLICATION_JSON)
    public Response ask(@FormParam("old") String password, @FormParam("label") String label) {
        var me = account.me();
        try {
            return Response.ok(PasskeyQuestion.of(factors.askForPasskey(me, password, label)))
                    .build();
        } catch (BadInput bad) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(PasskeyQuestion.none(bad.problems().getFirst().message()))
                    .build();
        }
    }

    @POST
    public Response add(
            @FormParam("question") @DefaultValue("") String question,
            @FormParam("answer") @DefaultValue("") String answer,
            @FormParam("label") String label,
            @CookieParam("desk") String session) {
        return account.after(
                session,
                () -> new Done(
                        "The passkey is in use from now on.",
                        factors.addPasskey(account.me(), new Token(question), answer, label, session)));
    }

    @POST
    @Path("remove")
    public Response remove(
            @FormParam("old") String password,
            @FormParam("passkey") @DefaultValue("") String id,
            @CookieParam("desk") String session) {
        return account.after(session, () -> {
            factors.removePasskey(account.me(), password, id, session);
            return Done.said("The passkey is taken off, and every other browser signed out.");
        });
    }
}
