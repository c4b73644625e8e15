package org.demarche.signing.guard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.Map;
import org.demarche.mail.MailState;
import org.demarche.signing.SignatureStatus;
import org.junit.jupiter.api.Test;

/** What staff say to the guard: rules, booths, and what becomes of those it holds. */
@QuarkusTest
@TestProfile(WithGuard.class)
class HeldTest extends AtTheDoor {

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
        assertThat(counts.byState(id)).containsExactly(Map.entry(MailState.HELD, 1L));
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
        secondLook.look();
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
