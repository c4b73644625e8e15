package org.demarche.signing.news;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.demarche.privacy.Vault;
import org.demarche.signing.NewsLink;
import org.demarche.signing.Signature;
import org.demarche.signing.SignatureStatus;
import org.junit.jupiter.api.Test;

/** News reach those who asked for them, once, in their language, and end with one press. */
@QuarkusTest
class NewsTest {

    private static final String CAMPAIGN = "save-north-korean-refugees-day";
    private static final Pattern LINK = Pattern.compile("List-Unsubscribe: <([^>]+)>");

    @Inject
    News news;

    @Inject
    NewsLink links;

    @Inject
    Vault vault;

    private final String hana = "hana-" + UUID.randomUUID() + "@example.org";
    private final String ken = "ken-" + UUID.randomUUID() + "@example.org";

    @Test
    void eachWhoAskedHearsOnceInTheirLanguageUntilTheyPressTheButton() {
        signs(hana, "ja", true);
        signs(ken, "en", false);
        var id = ask();
        assertThatThrownBy(() -> news.approve(CAMPAIGN, id, "asker")).isInstanceOf(Refusal.class);
        news.sendApproved();
        assertThat(mails(hana)).isEmpty();
        news.approve(CAMPAIGN, id, "approver");
        news.sendApproved();
        news.sendApproved();
        assertThat(mails(ken)).isEmpty();
        assertThat(mails(hana)).hasSize(1);
        var mail = raw(mails(hana).getFirst());
        assertThat(mail).contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        var link = LINK.matcher(mail.replaceAll("\r\n[ \t]+", ""));
        assertThat(link.find()).isTrue();
        var path = URI.create(link.group(1)).getPath();
        given().get(path).then().statusCode(200);
        assertThat(wantsNews(hana)).isTrue();
        given().contentType(ContentType.URLENC)
                .formParam("List-Unsubscribe", "One-Click")
                .redirects()
                .follow(false)
                .post(path)
                .then()
                .statusCode(200);
        assertThat(wantsNews(hana)).isFalse();
        var next = ask();
        news.approve(CAMPAIGN, next, "approver");
        news.sendApproved();
        assertThat(mails(hana)).hasSize(1);
    }

    @Test
    void theLinkOfAMailOpensNothingElseAndCannotBeGuessed() {
        signs(hana, "en", true);
        var link = links.of(signature(hana).id).value();
        given().get("/unsubscribe/" + link).then().statusCode(200);
        given().get("/my/" + link).then().statusCode(404);
        var forged = link.substring(0, 30) + (link.charAt(30) == 'A' ? 'B' : 'A') + link.substring(31);
        given().get("/unsubscribe/" + forged).then().statusCode(404);
        given().post("/unsubscribe/" + forged).then().statusCode(404);
    }

    @Test
    void wordsAreNeeded() {
        assertThatThrownBy(() -> news.ask(CAMPAIGN, Map.of(), "asker")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> news.ask(CAMPAIGN, Map.of(Language.EN, new NewsUpdate.Words("S", "")), "asker"))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTypedStays() {
        given().header("Authorization", "Bearer test-token-of-asker")
                .formParam("subject-en", "Half of it")
                .post("/desk/news/" + CAMPAIGN + "/ask")
                .then()
                .statusCode(400)
                .body(containsString("body-en"))
                .body(containsString("value=\"Half of it\""));
    }

    @Test
    void theDeskShowsWhatWasTold() {
        ask();
        given().header("Authorization", "Bearer test-token-of-approver")
                .get("/desk/news/" + CAMPAIGN)
                .then()
                .statusCode(200)
                .body(containsString("What happened"))
                .body(containsString("Approve and send"));
    }

    private UUID ask() {
        return news.ask(
                        CAMPAIGN,
                        Map.of(
                                Language.EN, new NewsUpdate.Words("What happened", "We handed it over."),
                                Language.JA, new NewsUpdate.Words("ご報告", "手渡しました。")),
                        "asker")
                .id;
    }

    private void signs(String email, String language, boolean wantsNews) {
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "name", "Hana Mori", "email", email, "country", "JP", "language", language, "news", wantsNews))
                .post("/api/v1/campaigns/" + CAMPAIGN + "/signatures")
                .then()
                .statusCode(202);
        QuarkusTransaction.requiringNew().run(() -> {
            var signature = signature(email);
            signature.status = SignatureStatus.CONFIRMED;
            signature.confirmedAt = Instant.now();
        });
    }

    private Signature signature(String email) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> Signature.<Signature>listAll().stream()
                        .filter(row -> row.sealedPerson != null)
                        .filter(row -> row.person(vault).email().equals(email))
                        .findFirst()
                        .orElseThrow());
    }

    private boolean wantsNews(String email) {
        return QuarkusTransaction.requiringNew().call(() -> signature(email).news);
    }

    private static List<String> mails(String to) {
        return given().header("Authorization", "Bearer test-token-of-asker")
                .queryParam("to", to)
                .queryParam("purpose", "NEWS")
                .get("/api/v1/mail")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private static String raw(String id) {
        return given().header("Authorization", "Bearer test-token-of-asker")
                .get("/api/v1/mail/" + id + "/raw")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
