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
import org.demarche.common.Token;
import org.demarche.staff.FreshPaper;
import org.demarche.staff.PasskeyQuestion;
import org.demarche.staff.account.OwnAccount.Done;

/** One's own recovery codes, on the page of the account: printed anew, by a code or a passkey. */
@Path("/desk/account/recovery")
@RolesAllowed({"admin", "campaigner", "moderator", "exporter", "coordinator"})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PaperPage {

    private static final String DONE = "You have new recovery codes; the old ones open nothing any more.";

    private final OwnAccount account;
    private final FreshPaper paper;

    PaperPage(OwnAccount account, FreshPaper paper) {
        this.account = account;
        this.paper = paper;
    }

    @POST
    public Response byCode(@FormParam("code") @DefaultValue("") String code, @CookieParam("desk") String session) {
        return account.after(session, () -> new Done(DONE, paper.byCode(account.me(), code)));
    }

    @POST
    @Path("question")
    @Produces(MediaType.APPLICATION_JSON)
    public PasskeyQuestion ask() {
        return PasskeyQuestion.of(paper.ask(account.me()));
    }

    @POST
    @Path("passkey")
    public Response byPasskey(
            @FormParam("question") @DefaultValue("") String question,
            @FormParam("answer") @DefaultValue("") String answer,
            @CookieParam("desk") String session) {
        return account.after(session, () -> new Done(DONE, paper.byPasskey(account.me(), new Token(question), answer)));
    }
}
