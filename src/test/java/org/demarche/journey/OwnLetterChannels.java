package org.demarche.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The page where it is written, and the ways it travels besides ours. */
abstract class OwnLetterChannels extends OwnLetterWriters {

    @Test
    void aPrintedLetterIsTheWritersToPostAndNeverGoesByMail() throws IOException {
        verified("cn-jp-sapporo");
        var writer = confirmed("cn-jp-sapporo", "PRINT", "FULL");
        given().get("/confirm/" + writer.token())
                .then()
                .statusCode(200)
                .body(containsString("/my/" + writer.my() + "/letter.pdf"));
        var pdf = given().get("/my/" + writer.my() + "/letter.pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Cache-Control", "no-store")
                .extract()
                .asByteArray();
        assertThat(text(pdf)).contains("I teach at a primary school.", "Hana Mori", "Sapporo");
        ask("cn-jp-sapporo").statusCode(409);
    }

    @Test
    void theOwnMailProgramGetsTheCheckedAddressAndNoMailIsSentByUs() {
        verified("cn-jp-sapporo");
        var email = "own-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        assertThat(handIn("cn-jp-sapporo", "OWN_MAIL", "FULL", email))
                .startsWith("mailto:cn-jp-sapporo@example.org?subject=");
        var token = Desk.confirmationToken(email);
        Desk.confirm(token);
        given().get("/confirm/" + token)
                .then()
                .statusCode(200)
                .body(containsString("mailto:cn-jp-sapporo@example.org?subject="), not(containsString("look it up")));
        ask("cn-jp-sapporo").statusCode(409);
    }

    @Test
    void aMissionThatIsNotTheCampaignsIsRefusedByName() {
        ask("cn-kr-seoul").statusCode(400).body("violations[0].field", equalTo("missions"));
    }

    @Test
    void thePageFindsShowsAndSendsAndKeepsWhatWasTyped() {
        var page = "/campaigns/" + Desk.CAMPAIGN + "/letter";
        given().get("/campaigns/" + Desk.CAMPAIGN).then().body(containsString("href=\"" + page + "\""));
        given().get(page).then().statusCode(200).body(containsString("A resident of Japan"));
        var email = "page-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        var typed = Map.of(
                "country", "JP",
                "region", "JP-04",
                "paragraph", "I teach </textarea><b>here",
                "channel", "PRINT",
                "disclosure", "FULL",
                "name", "Hana Mori",
                "email", email,
                "city", "Sendai",
                "language", "en");
        var kept =
                new String[] {"I teach &lt;/textarea&gt;&lt;b&gt;here</textarea>", email, "value=\"JP-04\" selected"};
        given().formParams(typed)
                .formParam("action", "find")
                .post(page)
                .then()
                .statusCode(200)
                .body(containsString("Consulate-General"), containsString("Niigata"))
                .body(containsString(kept[0]), containsString(kept[1]), containsString(kept[2]));
        given().formParams(typed)
                .formParam("action", "preview")
                .post(page)
                .then()
                .statusCode(200)
                .body(containsString("<p>I teach &lt;/textarea&gt;&lt;b&gt;here</p>"))
                .body(containsString("id=\"c-print\" value=\"PRINT\" checked"), containsString(kept[0]));
        var tooLong = new HashMap<>(typed);
        tooLong.put("paragraph", "x".repeat(1_501));
        given().formParams(tooLong)
                .formParam("action", "send")
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString(email));
        assertThat(mailsTo(email)).isEmpty();
        given().redirects()
                .follow(false)
                .formParams(typed)
                .formParam("action", "send")
                .post(page)
                .then()
                .statusCode(303)
                .header("Location", containsString("/check-mail"));
        assertThat(mailsTo(email)).hasSize(1);
    }

    @Test
    void thePageSaysWhatIsMissing() {
        var page = "/campaigns/" + Desk.CAMPAIGN + "/letter";
        given().formParam("action", "find").post(page).then().statusCode(400).body(containsString("Choose a country"));
        given().formParams(Map.of("action", "find", "country", "BR"))
                .post(page)
                .then()
                .statusCode(400)
                .body(containsString("could not find the mission"));
        given().formParams(Map.of("action", "preview", "disclosure", "FULL"))
                .post(page)
                .then()
                .statusCode(200);
        given().header("Accept-Language", "ja")
                .formParam("action", "send")
                .post(page)
                .then()
                .statusCode(400)
                .contentType(startsWith("text/html"));
    }
}
