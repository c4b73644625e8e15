package org.demarche.bundle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.demarche.RandomSigner.words;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.demarche.FreshSlug;
import org.demarche.OnOwnH2;
import org.demarche.RandomSigner;
import org.demarche.letter.Layout;
import org.demarche.signing.Counting;
import org.demarche.signing.Disclosure;
import org.demarche.signing.Signature;
import org.demarche.signing.Words;
import org.demarche.signing.register.SignatureImport;
import org.junit.jupiter.api.Test;

/**
 * The promise to signers as a property: of a thousand random people, no byte of what a mission or the public can get says
 * more than each of them chose. Every word about a person is a random one, so that wherever it turns up it is known whose.
 */
@QuarkusTest
@TestProfile(OnOwnH2.class)
class DisclosureTest {

    private static final int SIGNERS = 1_000;
    private static final long SEED = 20260924;
    private static final String SLUG = FreshSlug.of("property-of-disclosure");

    @Inject
    SignatureImport imports;

    @Inject
    Counting counting;

    @Inject
    Bundles bundles;

    @Inject
    BundleFiles files;

    private static String csv(RandomSigner signer) {
        return "%s,%s,JP,%s,%s said so,%s\n"
                .formatted(signer.name(), signer.email(), signer.city(), signer.comment(), signer.disclosure());
    }

    /** The words that a mission may see: a comment stands beside a name or initials only. */
    private static Set<String> allowed(RandomSigner signer) {
        var words = signer.line();
        if (signer.disclosure() == Disclosure.FULL || signer.isInitialled()) {
            words.add(signer.comment());
        }
        return words;
    }

    @Test
    void noByteGoesBeyondWhatEachOfAThousandChose() throws Exception {
        given().auth()
                .oauth2("test-token-of-asker")
                .contentType(ContentType.JSON)
                .body(Map.of("slug", SLUG))
                .post("/api/v1/campaigns/save-north-korean-refugees-day/clone")
                .then()
                .statusCode(201);
        given().auth()
                .oauth2("test-token-of-asker")
                .post("/api/v1/campaigns/" + SLUG + "/open")
                .then()
                .statusCode(200);
        var signers = RandomSigner.some(SIGNERS, SEED, Disclosure.values());
        var csv = new StringBuilder("name,email,country,city,comment,disclosure\n");
        signers.forEach(signer -> csv.append(csv(signer)));
        var outcome = imports.run(SLUG, csv.toString().getBytes(StandardCharsets.UTF_8), true, "kim");
        assertThat(outcome.added()).isEqualTo(SIGNERS);
        counting.count();

        var allowed = new HashSet<String>();
        signers.forEach(signer -> allowed.addAll(allowed(signer)));
        var id = printed();
        var onPaper = new HashSet<String>();
        var volumes = QuarkusTransaction.requiringNew().call(() -> Volume.of(id));
        assertThat(volumes).isNotEmpty();
        for (var volume : volumes) {
            try (var in = files.open(id, volume.fileName())) {
                onPaper.addAll(words(in.readAllBytes()));
            }
        }
        // Both ways: what was chosen is there, and nothing else.
        assertThat(onPaper).isEqualTo(allowed);
        assertThat(words(staff("/bundles/" + id + "/manifest"))).isEmpty();
        assertThat(words(staff("/bundles/" + id))).isEmpty();

        for (var open : List.of(
                "/campaigns/" + SLUG,
                "/campaigns/" + SLUG + "/ledger",
                "/campaigns/" + SLUG + "/deliveries",
                "/api/v1/campaigns",
                "/api/v1/campaigns/" + SLUG,
                "/api/v1/campaigns/" + SLUG + "/count",
                "/api/v1/campaigns/" + SLUG + "/ledger")) {
            assertThat(words(given().get(open).asString())).as(open).isEmpty();
        }
        namesOnThePage(signers);
        assertThat(given().auth()
                        .oauth2("mo-token-of-the-tests-only")
                        .queryParam("size", 500)
                        .get("/api/v1/campaigns/" + SLUG + "/signatures")
                        .asString())
                .doesNotContain("@example.org");
    }

    /** The public page is another choice than the sheets: it names those who asked for it, once staff have read the name. */
    private void namesOnThePage(List<RandomSigner> signers) {
        var asked = new HashSet<String>();
        signers.stream().filter(RandomSigner::named).forEach(s -> asked.addAll(List.of(s.family(), s.given())));
        QuarkusTransaction.requiringNew()
                .run(() -> Signature.<Signature>list("campaign.slug", SLUG).forEach(s -> {
                    s.words = Words.UNREAD;
                    s.publicName = asked.contains(familyOf(s));
                }));
        assertThat(words(given().get("/campaigns/" + SLUG).asString())).isEmpty();
        QuarkusTransaction.requiringNew()
                .run(() -> Signature.update(
                        "words = ?1 where campaign.id in (select id from Campaign where slug = ?2)",
                        Words.CLEARED,
                        SLUG));
        var shown = words(given().get("/campaigns/" + SLUG).asString());
        assertThat(shown).isNotEmpty().isSubsetOf(asked);
    }

    @Inject
    org.demarche.privacy.Vault vault;

    private String familyOf(Signature signature) {
        var name = signature.person(vault).name();
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private UUID printed() {
        var id = bundles.ask(SLUG, "cn-jp-sapporo", Wanted.of(BundleContent.SHEETS, Layout.Paper.A4), "kim").id;
        bundles.approve(SLUG, id, "lee");
        await().atMost(Duration.ofSeconds(90))
                .until(() -> QuarkusTransaction.requiringNew().call(() -> Bundle.<Bundle>findById(id).state)
                        == BundleState.DONE);
        return id;
    }

    private static String staff(String path) {
        return given().auth()
                .oauth2("test-token-of-asker")
                .get("/api/v1/campaigns/" + SLUG + path)
                .asString();
    }
}
