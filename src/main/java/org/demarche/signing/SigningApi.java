package org.demarche.signing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.CountCaching;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.demarche.common.Token;
import org.demarche.mission.Regions;

/** Signing, confirming, one's own signature and the ledger over REST; the same nouns as the pages. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SigningApi {

    public record Taken(String status) {}

    public record Confirmed(String status, String myUrl) {}

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

    public record HeadView(long size, String root, Instant asOf, String signature, String publicKey) {}

    private static final Taken CONFIRMATION_SENT = new Taken("CONFIRMATION_SENT");

    private final Signing signing;
    private final Confirmation confirmation;
    private final MySignature mine;
    private final Ledger ledger;
    private final LedgerKey ledgerKey;
    private final Regions regions;
    private final FlawWords words;
    private final CountCaching caching;

    SigningApi(
            Signing signing,
            Confirmation confirmation,
            MySignature mine,
            Ledger ledger,
            LedgerKey ledgerKey,
            Regions regions,
            FlawWords words,
            CountCaching caching) {
        this.signing = signing;
        this.confirmation = confirmation;
        this.mine = mine;
        this.ledger = ledger;
        this.ledgerKey = ledgerKey;
        this.regions = regions;
        this.words = words;
        this.caching = caching;
    }

    @POST
    @Path("campaigns/{slug}/signatures")
    public Response sign(
            @PathParam("slug") String slug, SignForm form, @HeaderParam("Accept-Language") String acceptLanguage) {
        var language = Language.preferred(acceptLanguage).orElse(Language.EN);
        if (form == null) {
            throw new BadInput("name", "a JSON body is needed");
        }
        var flaws = form.flaws(regions);
        if (!flaws.isEmpty()) {
            throw new BadInput(words.say(flaws, form, language));
        }
        signing.sign(slug, form, Origin.API, language);
        return Response.accepted(CONFIRMATION_SENT).build();
    }

    @POST
    @Path("confirmations/{token}")
    public Confirmed confirm(@PathParam("token") String token) {
        return confirmation
                .confirm(new Token(token))
                .map(s -> new Confirmed("CONFIRMED", confirmation.myUrl(s)))
                .orElseThrow(() -> Refusal.unknown("This link is unknown or has expired."));
    }

    @GET
    @Path("my/{token}")
    @Transactional
    public Mine mine(@PathParam("token") String token) {
        return Mine.of(mine.of(new Token(token)));
    }

    @PATCH
    @Path("my/{token}")
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
    @Path("my/{token}")
    public void withdraw(@PathParam("token") String token) {
        mine.withdraw(new Token(token));
    }

    @GET
    @Path("my/{token}/receipt")
    @Transactional
    public Ledger.Receipt receipt(@PathParam("token") String token) {
        var signature = mine.of(new Token(token));
        return ledger.receipt(signature.campaign.id, signature.id)
                .orElseThrow(() -> Refusal.unknown("This signature is not in the ledger yet."));
    }

    @GET
    @Path("campaigns/{slug}/ledger")
    @Transactional
    public Response ledger(@PathParam("slug") String slug) {
        var campaign = Campaign.publicNamed(slug);
        var head = ledger.head(campaign);
        var base64 = Base64.getEncoder();
        return Response.ok(new HeadView(
                        head.size(),
                        head.root(),
                        head.asOf(),
                        base64.encodeToString(head.signature()),
                        base64.encodeToString(ledgerKey.publicKey())))
                .header("Cache-Control", caching.cacheControl())
                .build();
    }
}
