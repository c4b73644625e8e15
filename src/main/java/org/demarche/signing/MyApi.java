package org.demarche.signing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.demarche.common.Token;
import org.demarche.signing.ledger.Ledger;

/** One's own signature over REST: see it, change what is disclosed, fetch the receipt, withdraw. */
@Path("/api/v1/my/{token}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MyApi {

    public record Mine(
            SignatureStatus status,
            Disclosure disclosure,
            String campaign,
            int letterVersion,
            Language language,
            boolean publicName,
            boolean news,
            Instant createdAt,
            Instant confirmedAt) {

        static Mine of(Signature s) {
            return new Mine(
                    s.status,
                    s.disclosure,
                    s.campaign.slug,
                    s.letterVersion,
                    s.language,
                    s.publicName,
                    s.news,
                    s.createdAt,
                    s.confirmedAt);
        }
    }

    public record DisclosureChange(String disclosure) {}

    private final MySignature mine;
    private final MyData data;
    private final Ledger ledger;

    MyApi(MySignature mine, MyData data, Ledger ledger) {
        this.mine = mine;
        this.data = data;
        this.ledger = ledger;
    }

    @GET
    @Transactional
    public Mine mine(@PathParam("token") String token) {
        return Mine.of(mine.of(new Token(token)));
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public Mine disclose(@PathParam("token") String token, DisclosureChange change) {
        var wanted = Optional.ofNullable(change)
                .map(DisclosureChange::disclosure)
                .flatMap(name -> Arrays.stream(Disclosure.values())
                        .filter(d -> d.name().equals(name))
                        .findFirst())
                .orElseThrow(() -> new BadInput("disclosure", "one of FULL, INITIALS, COUNTRY, COUNTED"));
        return Mine.of(mine.disclose(new Token(token), wanted, null));
    }

    @DELETE
    public void withdraw(@PathParam("token") String token) {
        mine.withdraw(new Token(token));
    }

    /** All that is held of the signer, as a file to keep. */
    @GET
    @Path("data")
    public Response data(@PathParam("token") String token) {
        return Response.ok(data.of(new Token(token)))
                .header("Content-Disposition", "attachment; filename=\"my-data.json\"")
                .build();
    }

    @GET
    @Path("receipt")
    @Transactional
    public Ledger.Receipt receipt(@PathParam("token") String token) {
        var signature = mine.of(new Token(token));
        return ledger.receipt(signature.campaign.id, signature.id)
                .orElseThrow(() -> Refusal.unknown("This signature is not in the ledger yet."));
    }
}
