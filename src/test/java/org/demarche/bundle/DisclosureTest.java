package org.demarche.bundle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.demarche.OnOwnH2;
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
    private static final String SLUG = "property-of-disclosure";
    private static final Pattern WORD = Pattern.compile("(?:Xq|Zj|Wv|Kp|Ym)[a-z]{7}");

    /** @param given empty for people whose name is one word, and so has no initials */
    private record Signer(
            Disclosure disclosure,
            String given,
            String family,
            String city,
            String comment,
            String mailbox,
            boolean named) {

        String csv() {
            var name = given.isEmpty() ? family : given + " " + family;
            return "%s,%s@example.org,JP,%s,%s said so,%s\n".formatted(name, mailbox, city, comment, disclosure);
        }

        /** The words that a mission may see. */
        Set<String> allowed() {
            var words = new HashSet<String>();
            if (disclosure == Disclosure.FULL) {
                words.addAll(List.of(family, city));
                words.add(given.isEmpty() ? family : given);
            }
            if (disclosure == Disclosure.FULL || disclosure == Disclosure.INITIALS && !given.isEmpty()) {
                words.add(comment);
            }
            return words;
        }
    }

    @Inject
    SignatureImport imports;

    @Inject
    Counting counting;

    @Inject
    Bundles bundles;

    @Inject
    BundleFiles files;

    private final Random random = new Random(SEED);

    private String word(String mark) {
        var word = new StringBuilder(mark);
        for (int i = 0; i < 7; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private List<Signer> signers() {
        var signers = new ArrayList<Signer>();
        for (int i = 0; i < SIGNERS; i++) {
            signers.add(new Signer(
                    Disclosure.values()[random.nextInt(4)],
                    random.nextInt(4) == 0 ? "" : word("Xq"),
                    word("Zj"),
                    word("Wv"),
                    word("Kp"),
                    word("Ym"),
                    random.nextInt(10) == 0));
        }
        return signers;
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
        var signers = signers();
        var csv = new StringBuilder("name,email,country,city,comment,disclosure\n");
        signers.forEach(signer -> csv.append(signer.csv()));
        var outcome = imports.run(SLUG, csv.toString().getBytes(StandardCharsets.UTF_8), true, "kim");
        assertThat(outcome.added()).isEqualTo(SIGNERS);
        counting.count();

        var allowed = new HashSet<String>();
        signers.forEach(signer -> allowed.addAll(signer.allowed()));
        var id = printed();
        var onPaper = new HashSet<String>();
        var volumes = QuarkusTransaction.requiringNew().call(() -> Volume.of(id));
        assertThat(volumes).isNotEmpty();
        for (var volume : volumes) {
            try (var in = files.open(id, volume.fileName())) {
                onPaper.addAll(wordsOf(in.readAllBytes()));
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
    private void namesOnThePage(List<Signer> signers) {
        var asked = new HashSet<String>();
        signers.stream().filter(Signer::named).forEach(s -> asked.addAll(List.of(s.family(), s.given())));
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
        var id = bundles.ask(SLUG, "cn-jp-sapporo", BundleContent.SHEETS, "kim").id;
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

    /** In the text, in the metadata, in the names of things, and anywhere in the bytes of every stream. */
    private static Set<String> wordsOf(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var found = words(new PDFTextStripper().getText(document));
            found.addAll(words(document.getDocumentInformation().getCOSObject().toString()));
            for (var key : document.getDocument().getXrefTable().keySet()) {
                var object = document.getDocument().getObjectFromPool(key).getObject();
                if (object instanceof org.apache.pdfbox.cos.COSStream stream) {
                    try (var in = stream.createInputStream()) {
                        found.addAll(words(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)));
                    }
                } else if (object != null) {
                    found.addAll(words(object.toString()));
                }
            }
            found.addAll(words(new String(pdf, StandardCharsets.ISO_8859_1)));
            found.addAll(words(new String(pdf, StandardCharsets.UTF_16BE)));
            return found;
        }
    }

    private static Set<String> words(String text) {
        var found = new HashSet<String>();
        WORD.matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }
}
