package org.demarche.signing.guard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.demarche.common.EmailAddress;
import org.demarche.mail.MailState;
import org.demarche.mail.Outbox;
import org.demarche.privacy.Vault;
import org.demarche.signing.Person;
import org.demarche.signing.Signature;
import org.demarche.signing.SignatureStatus;
import org.junit.jupiter.api.Test;

/** Who is held, who is let pass, and that nobody outside learns which. */
@QuarkusTest
@TestProfile(WithGuard.class)
class GuardTest {

    private static final String SLUG = "save-north-korean-refugees-day";
    private static final String PAGE = "/campaigns/" + SLUG;
    private static final String CALL = "/api/v1" + PAGE + "/signatures";
    private static final Pattern STAMP = Pattern.compile("name=\"stamp\" value=\"([^\"]+)\"");

    @Inject
    Vault vault;

    @Inject
    Outbox outbox;

    /** Each test comes from a network of its own, and writes to a domain of its own. */
    private final String network = "198.51.%d.%d".formatted(random(), random());

    private final String domain = "d" + UUID.randomUUID().toString().substring(0, 12) + ".example.org";

    private static int random() {
        return ThreadLocalRandom.current().nextInt(1, 255);
    }

    private String someone() {
        return UUID.randomUUID() + "@" + domain;
    }

    private Map<String, Object> body(String email) {
        return new HashMap<>(Map.of("name", "Hana Mori", "email", email, "country", "JP"));
    }

    private Response call(String from, Map<String, Object> body) {
        return given().header("X-Forwarded-For", from)
                .contentType(ContentType.JSON)
                .body(body)
                .post(CALL);
    }

    private Suspicion signed(String from) {
        return signed(from, null);
    }

    private Suspicion signed(String from, String proof) {
        var email = someone();
        var body = body(email);
        body.put("proof", proof);
        var answer = call(from, body);
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.asString()).isEqualTo("{\"status\":\"CONFIRMATION_SENT\"}");
        return row(email).heldFor;
    }

    private Signature row(String email) {
        var index = vault.blindIndex("mailbox", Person.mailboxKey(new EmailAddress(email)));
        return QuarkusTransaction.requiringNew()
                .call(() -> Signature.<Signature>find("mailboxIndex", (Object) index)
                        .firstResult());
    }

    private String stamp() {
        var found = STAMP.matcher(given().get(PAGE).asString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private Suspicion posted(String stamp) {
        var email = someone();
        given().redirects()
                .follow(false)
                .header("X-Forwarded-For", network)
                .formParams("name", "Hana Mori", "email", email, "country", "JP", "stamp", stamp)
                .post(PAGE)
                .then()
                .statusCode(303);
        return row(email).heldFor;
    }

    private static String proof() throws Exception {
        Map<String, Object> c = given().get("/api/v1/challenge").jsonPath().getMap("");
        for (int number = 0; number <= (int) c.get("maxnumber"); number++) {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((c.get("salt") + "" + number).getBytes(StandardCharsets.UTF_8));
            if (HexFormat.of().formatHex(digest).equals(c.get("challenge"))) {
                var json =
                        "{\"algorithm\":\"SHA-256\",\"challenge\":\"%s\",\"number\":%d,\"salt\":\"%s\",\"signature\":\"%s\",\"took\":1}"
                                .formatted(c.get("challenge"), number, c.get("salt"), c.get("signature"));
                return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
            }
        }
        throw new AssertionError("a challenge without a solution");
    }

    @Test
    void whoFillsInTheHiddenFieldIsHeldAndAnsweredLikeAnybody() {
        var email = someone();
        var body = body(email);
        body.put("website", "http://example.org");
        assertThat(call(network, body).asString()).isEqualTo("{\"status\":\"CONFIRMATION_SENT\"}");
        assertThat(row(email).status).isEqualTo(SignatureStatus.HELD);
        assertThat(row(email).heldFor).isEqualTo(Suspicion.HONEYPOT);
        assertThat(row(email).heldNetwork).hasSize(16).doesNotContain("198");
    }

    @Test
    void aFormWithoutThePagesStampOrFilledInTooFastIsHeld() throws Exception {
        assertThat(posted("")).isEqualTo(Suspicion.NO_STAMP);
        assertThat(posted(stamp().replaceFirst("^.", "0"))).isEqualTo(Suspicion.NO_STAMP);
        assertThat(posted("zzz.zzz")).isEqualTo(Suspicion.NO_STAMP);
        var stamp = stamp();
        assertThat(posted(stamp)).isEqualTo(Suspicion.TOO_FAST);
        Thread.sleep(1_100);
        assertThat(posted(stamp)).isNull();
    }

    @Test
    void aNetworkInAHurryBringsAProofOfWorkAndEachProofServesOnce() throws Exception {
        for (int i = 0; i < 4; i++) {
            assertThat(signed(network)).as("%d", i).isNull();
        }
        assertThat(signed(network)).isEqualTo(Suspicion.NO_PROOF);
        var proof = proof();
        assertThat(signed(network, proof)).isNull();
        assertThat(signed(network, proof)).isEqualTo(Suspicion.BAD_PROOF);
    }

    @Test
    void forgedProofsAreWorthNothing() throws Exception {
        for (int i = 0; i < 4; i++) {
            signed(network);
        }
        var honest = new String(Base64.getDecoder().decode(proof()), StandardCharsets.UTF_8);
        var later = honest.replaceFirst("expires=\\d+", "expires=9999999999");
        var own = honest.replaceFirst("\"signature\":\"..", "\"signature\":\"00");
        for (var forged : new String[] {"x", "%%%", base64("null"), base64("[]"), base64(later)}) {
            assertThat(signed(network, forged)).as(forged).isIn(Suspicion.BAD_PROOF, Suspicion.NETWORK_RATE);
        }
        assertThat(signed("198.18.0.1", base64(own))).isNull();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void noProofHelpsANetworkThatNeverStopsAndOthersDoNotSuffer() throws Exception {
        Suspicion last = null;
        for (int i = 0; i < 10; i++) {
            last = signed(network, i < 4 ? null : proof());
        }
        assertThat(last).isIn(Suspicion.NETWORK_RATE, Suspicion.DOMAIN_RATE);
        var elsewhere = body(UUID.randomUUID() + "@other-" + domain);
        call("203.0.113.9", elsewhere);
        assertThat(row((String) elsewhere.get("email")).heldFor).isNull();
    }

    @Test
    void neighboursInOneIpv6NetworkAreOne() throws Exception {
        var prefix = "2001:db8:%x:%x:".formatted(random(), random());
        for (int i = 1; i <= 4; i++) {
            assertThat(signed(prefix + "a:b:c:" + i)).isNull();
        }
        assertThat(signed(prefix + "ffff::9")).isEqualTo(Suspicion.NO_PROOF);
    }

    @Test
    void whatTheSenderClaimsOfItsAddressIsNotBelieved() {
        for (int i = 0; i < 4; i++) {
            assertThat(signed("203.0.113.%d, %s".formatted(i, network))).isNull();
        }
        assertThat(signed("203.0.113.99, " + network)).isEqualTo(Suspicion.NO_PROOF);
    }

    @Test
    void tooManyOfOneMailDomainAreHeldUnlessStaffAllowThem() {
        for (int i = 0; i < 12; i++) {
            assertThat(signed("192.0.2." + i)).isNull();
        }
        assertThat(signed("192.0.2.100")).isEqualTo(Suspicion.DOMAIN_RATE);
        rule("*." + domain.substring(1), "HOLD");
        rule(domain, "ALLOW");
        assertThat(signed("192.0.2.101")).isNull();
    }

    @Test
    void aDomainOnTheListIsHeldAtOnceAndNoLongerWhenItIsTakenOff() {
        rule("*." + domain, "HOLD");
        assertThat(signed(network)).isEqualTo(Suspicion.DOMAIN_LISTED);
        given().auth()
                .oauth2("test-token-of-asker")
                .delete("/api/v1/guard/domains/*." + domain)
                .then()
                .statusCode(204);
        assertThat(signed(network)).isNull();
    }

    private static void rule(String pattern, String rule) {
        given().auth()
                .oauth2("test-token-of-asker")
                .contentType(ContentType.JSON)
                .body(Map.of("pattern", pattern, "rule", rule, "note", "seen today"))
                .put("/api/v1/guard/domains")
                .then()
                .statusCode(200);
    }

    @Test
    void atABoothManyMaySignFromOneNetwork() {
        var url = given().auth()
                .oauth2("test-token-of-asker")
                .contentType(ContentType.JSON)
                .body(Map.of("campaign", SLUG, "place", "Shibuya crossing", "hours", 3))
                .post("/api/v1/guard/booths")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("url");
        var entered = given().redirects().follow(false).get(url.substring(url.indexOf("/booth/")));
        assertThat(entered.statusCode()).isEqualTo(303);
        for (int i = 0; i < 12; i++) {
            var email = someone();
            given().redirects()
                    .follow(false)
                    .header("X-Forwarded-For", network)
                    .cookie("booth", entered.cookie("booth"))
                    .formParams("name", "Hana Mori", "email", email, "country", "JP")
                    .post(PAGE);
            assertThat(row(email).heldFor).isNull();
        }
        given().get("/booth/unknown").then().statusCode(404);
    }

    @Test
    void aPartnersScriptWithATokenAnswersForWhatItSends() {
        for (int i = 0; i < 7; i++) {
            var email = someone();
            given().auth()
                    .oauth2("test-token-of-asker")
                    .header("X-Forwarded-For", network)
                    .contentType(ContentType.JSON)
                    .body(body(email))
                    .post(CALL);
            assertThat(row(email).heldFor).isNull();
        }
    }

    @Test
    void aSuspectIsNotWrittenToBeforeStaffReleaseIt() {
        rule("*." + domain, "HOLD");
        var email = someone();
        call(network, body(email));
        var id = row(email).id;
        assertThat(outbox.countByState(id)).containsExactly(Map.entry(MailState.HELD, 1L));
        var label = row(email).heldNetwork;
        given().auth()
                .oauth2("test-token-of-asker")
                .contentType(ContentType.JSON)
                .body(Map.of("heldFor", "DOMAIN_LISTED", "network", label, "reason", "known to us"))
                .post(CALL + "/release")
                .then()
                .statusCode(200)
                .body("judged", org.hamcrest.Matchers.equalTo(1));
        assertThat(row(email).status).isEqualTo(SignatureStatus.PENDING);
        assertThat(row(email).heldFor).isEqualTo(Suspicion.DOMAIN_LISTED);
    }

    @Test
    void manyAreRejectedAtOnce() {
        rule("*." + domain, "HOLD");
        var emails =
                java.util.stream.IntStream.range(0, 5).mapToObj(i -> someone()).toList();
        emails.forEach(email -> call(network, body(email)));
        given().auth()
                .oauth2("test-token-of-asker")
                .redirects()
                .follow(false)
                .formParams(
                        "heldFor", "DOMAIN_LISTED", "network", row(emails.getFirst()).heldNetwork, "reason", "a script")
                .post("/desk/guard/held/" + SLUG + "/reject")
                .then()
                .statusCode(303);
        assertThat(emails).allMatch(email -> row(email).status == SignatureStatus.REJECTED);
    }

    @Test
    void whoIsHeldAndComesAgainAsAPersonNeedNotWait() {
        var email = someone();
        var body = body(email);
        body.put("website", "x");
        call(network, body);
        assertThat(row(email).status).isEqualTo(SignatureStatus.HELD);
        body.remove("website");
        call(network, body);
        assertThat(row(email).status).isEqualTo(SignatureStatus.PENDING);
    }

    @Test
    void theDeskShowsWhyAndNoAddress() {
        rule("*." + domain, "HOLD");
        call(network, body(someone()));
        var page =
                given().auth().oauth2("test-token-of-asker").get("/desk/guard").asString();
        assertThat(page).contains("uses a mail domain on the list", domain).doesNotContain(network, "@" + domain);
    }
}
