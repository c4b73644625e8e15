package org.demarche.staff;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.demarche.common.Token;

/** Signing in by a passkey: the browser fetches a question, the passkey answers it. */
@Path("/desk/sign-in/passkey")
@RunOnVirtualThread
public class PasskeyEntry {

    private final PasskeySignIn passkeys;
    private final DeskCookies cookies;

    PasskeyEntry(PasskeySignIn passkeys, DeskCookies cookies) {
        this.passkeys = passkeys;
        this.cookies = cookies;
    }

    @POST
    @Path("question")
    @Produces(MediaType.APPLICATION_JSON)
    public Response ask(RoutingContext request) {
        return switch (passkeys.ask(SignInPage.network(request))) {
            case PasskeySignIn.Ask ask ->
                Response.ok(PasskeyQuestion.of(ask.asked())).build();
            case PasskeySignIn.Later later -> {
                var seconds = later.left().toSeconds() + 1;
                yield Response.status(Response.Status.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, seconds)
                        .entity(PasskeyQuestion.none(SignInView.patience(seconds)))
                        .build();
            }
        };
    }

    @POST
    @Produces(MediaType.TEXT_HTML)
    public Response enter(
            @FormParam("question") String question,
            @FormParam("answer") String answer,
            @FormParam("next") String next,
            RoutingContext request) {
        return passkeys.enter(new Token(text(question)), text(answer), SignInPage.network(request))
                .map(welcome -> Response.seeOther(URI.create(SignInForm.localPage(next)))
                        .cookie(cookies.session(welcome.session()), cookies.known(welcome.device()))
                        .build())
                .orElseGet(() -> Response.status(Response.Status.BAD_REQUEST)
                        .entity(SignInPage.Templates.signIn(SignInView.passkeyRefused(next)))
                        .build());
    }

    private static String text(String sent) {
        return sent == null ? "" : sent;
    }
}
