package org.demarche.signing.guard;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What a form asks before it is sent: whether it should bring a proof of work, and for which challenge. */
@Path("/api/v1/challenge")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ChallengeApi {

    /** ALTCHA's challenge; {@code required} says whether a form without a solution would be looked at by a person first. */
    public record View(
            boolean required, String algorithm, String challenge, int maxnumber, String salt, String signature) {}

    private final Guard guard;
    private final Proofs proofs;

    ChallengeApi(Guard guard, Proofs proofs) {
        this.guard = guard;
        this.proofs = proofs;
    }

    @GET
    public View ask() {
        var c = proofs.ask();
        return new View(guard.wantsProof(), c.algorithm(), c.challenge(), c.maxnumber(), c.salt(), c.signature());
    }
}
