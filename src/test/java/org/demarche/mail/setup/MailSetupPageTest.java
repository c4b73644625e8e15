package org.demarche.mail.setup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import org.apache.james.jdkim.DKIMVerifier;
import org.demarche.mail.Marked;
import org.demarche.mail.Purpose;
import org.demarche.mail.Signing;
import org.demarche.mail.returned.WithBounceMailbox;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithBounceMailbox.class)
@TestSecurity(user = "ada", roles = "admin")
class MailSetupPageTest {

    SmallDns dns;

    @Inject
    Signing signing;

    @Inject
    Marked sent;

    @Test
    void saysWhatToPublishAndAsksNobody() {
        assertThat(page(false))
                .contains(
                        "demarche._domainkey.example.org",
                        "p=" + signing.published().orElseThrow())
                .contains("_dmarc.example.org", "v=DMARC1; p=none", "v=spf1", "not looked at yet");
    }

    @Test
    void seesWhatIsThereAndWhatIsNot() {
        dns.publish("example.org", "v=spf1 -all", "unrelated");
        dns.publish("demarche._domainkey.example.org", "v=DKIM1; k=rsa; p=AAAA");
        dns.publish("_dmarc.example.org");
        assertThat(page(true))
                .containsPattern("SPF: <span[^>]*>is there")
                .containsPattern("DKIM: <span[^>]*>there is another one")
                .containsPattern("DMARC: <span[^>]*>missing");
        dns.publish("example.org", "v=spf1 -all", "v=spf1 mx -all");
        dns.publish(
                "demarche._domainkey.example.org",
                "v=DKIM1; k=rsa; p=" + signing.published().orElseThrow());
        dns.publish("_dmarc.example.org", "v=DMARC1; p=reject; rua=mailto:reports@example.org");
        assertThat(page(true))
                .containsPattern("SPF: <span[^>]*>there is another one")
                .containsPattern("DKIM: <span[^>]*>is there")
                .containsPattern("DMARC: <span[^>]*>is there");
    }

    @Test
    void whatIsQueuedIsSignedOnceForAll() throws Exception {
        var id = sent.accepted(Purpose.MISSION_LETTER, "mission@example.net", UUID.randomUUID(), null);
        var first = given().get("/api/v1/mail/" + id + "/raw")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        var again = given().get("/api/v1/mail/" + id + "/raw").asByteArray();
        assertThat(again).isEqualTo(first);
        var verifier = new DKIMVerifier((method, selector, domain) ->
                List.of("v=DKIM1; k=rsa; p=" + signing.published().orElseThrow()));
        assertThat(verifier.verify(new ByteArrayInputStream(first))).hasSize(1);
    }

    private static String page(boolean look) {
        var asked = look ? given().post("/desk/mail-setup") : given().get("/desk/mail-setup");
        return asked.then().statusCode(200).extract().asString();
    }
}
