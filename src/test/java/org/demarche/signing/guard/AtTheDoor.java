package org.demarche.signing.guard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
import org.demarche.mail.MailCounts;
import org.demarche.privacy.Vault;
import org.demarche.signing.Person;
import org.demarche.signing.SecondLook;
import org.demarche.signing.Signature;

/** Somebody who signs, from a network and with a mail domain of their own. */
abstract class AtTheDoor {

    static final String SLUG = "save-north-korean-refugees-day";
    static final String PAGE = "/campaigns/" + SLUG;
    static final String CALL = "/api/v1" + PAGE + "/signatures";
    static final Pattern STAMP = Pattern.compile("name=\"stamp\" value=\"([^\"]+)\"");

    @Inject
    Vault vault;

    @Inject
    MailCounts counts;

    @Inject
    SecondLook secondLook;

    /** Each test comes from a network of its own, and writes to a domain of its own. */
    final String network = "198.51.%d.%d".formatted(random(), random());

    final String domain = "d" + UUID.randomUUID().toString().substring(0, 12) + ".example.org";

    static int random() {
        return ThreadLocalRandom.current().nextInt(1, 255);
    }

    String someone() {
        return UUID.randomUUID() + "@" + domain;
    }

    Map<String, Object> body(String email) {
        return new HashMap<>(Map.of("name", "Hana Mori", "email", email, "country", "JP"));
    }

    Response call(String from, Map<String, Object> body) {
        return given().header("X-Forwarded-For", from)
                .contentType(ContentType.JSON)
                .body(body)
                .post(CALL);
    }

    Suspicion signed(String from) {
        return signed(from, null);
    }

    Suspicion signed(String from, String proof) {
        var email = someone();
        var body = body(email);
        body.put("proof", proof);
        var answer = call(from, body);
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.asString()).isEqualTo("{\"status\":\"CONFIRMATION_SENT\"}");
        return row(email).heldFor;
    }

    Signature row(String email) {
        var index = vault.blindIndex("mailbox", Person.mailboxKey(new EmailAddress(email)));
        return QuarkusTransaction.requiringNew()
                .call(() -> Signature.<Signature>find("mailboxIndex", (Object) index)
                        .firstResult());
    }

    String stamp() {
        var found = STAMP.matcher(given().get(PAGE).asString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    Suspicion posted(String stamp) {
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

    static String proof() throws Exception {
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

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static void rule(String pattern, String rule) {
        given().auth()
                .oauth2("test-token-of-asker")
                .contentType(ContentType.JSON)
                .body(Map.of("pattern", pattern, "rule", rule, "note", "seen today"))
                .put("/api/v1/guard/domains")
                .then()
                .statusCode(200);
    }
}
