package org.demarche.signing.ledger;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Base64;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.CountCaching;

/** The signed head of a campaign's ledger over REST. */
@Path("/api/v1/campaigns/{slug}/ledger")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class LedgerApi {

    /** @param root hex; {@code signature} and {@code publicKey} in base64 (Ed25519, RFC 8032) */
    public record HeadView(long size, String root, Instant asOf, String signature, String publicKey) {}

    private final Ledger ledger;
    private final LedgerKey key;
    private final CountCaching caching;

    LedgerApi(Ledger ledger, LedgerKey key, CountCaching caching) {
        this.ledger = ledger;
        this.key = key;
        this.caching = caching;
    }

    @GET
    @Transactional
    public Response head(@PathParam("slug") String slug) {
        var head = ledger.head(Campaign.publicNamed(slug));
        var base64 = Base64.getEncoder();
        var view = new HeadView(
                head.size(),
                head.root(),
                head.asOf(),
                base64.encodeToString(head.signature()),
                base64.encodeToString(key.publicKey()));
        return Response.ok(view).header("Cache-Control", caching.cacheControl()).build();
    }
}
