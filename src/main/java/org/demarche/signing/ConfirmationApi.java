package org.demarche.signing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.demarche.common.Refusal;
import org.demarche.common.Token;

/** Confirming over REST; again gives the same answer. */
@Path("/api/v1/confirmations/{token}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ConfirmationApi {

    public record Confirmed(String status, String myUrl) {}

    private final Confirmation confirmation;

    ConfirmationApi(Confirmation confirmation) {
        this.confirmation = confirmation;
    }

    @POST
    public Confirmed confirm(@PathParam("token") String token) {
        return confirmation
                .confirm(new Token(token))
                .map(s -> new Confirmed("CONFIRMED", confirmation.myUrl(s)))
                .orElseThrow(() -> Refusal.unknown("This link is unknown or has expired."));
    }
}
