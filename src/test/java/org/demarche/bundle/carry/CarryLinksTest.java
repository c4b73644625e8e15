package org.demarche.bundle.carry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.bundle.PrintedCampaign.asker;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.demarche.OnOwnH2;
import org.demarche.bundle.PrintedCampaign;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A link opens one bundle for whoever carries it, for some days. */
@QuarkusTest
@TestProfile(OnOwnH2.class)
class CarryLinksTest {

    private static final String PASSPHRASE = "four words for couriers";

    private static PrintedCampaign campaign;
    private static UUID finished;

    @BeforeEach
    void aBundleIsDone() {
        if (finished != null) return;
        campaign = PrintedCampaign.open("bundles-by-link", "Keiko Abe,JP,FULL\n");
        finished = campaign.print(Map.of());
    }

    @Test
    void aLinkShowsAPageAndOnlyItsButtonFetches() throws Exception {
        var url = link();
        given().get(url).then().statusCode(200).body(containsString("<form"));
        given().get(url + "?lang=ja").then().statusCode(200).body(containsString("ダウンロード"));
        assertThat(downloads()).isZero();
        var zip = given().formParam("passphrase", PASSPHRASE)
                .post(url)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        var note = BundleArchiveTest.entries(zip, PASSPHRASE).get("DOWNLOAD.txt");
        assertThat(new String(note, StandardCharsets.UTF_8)).contains("For       link ");
        assertThat(downloads()).isEqualTo(1);
        given().formParam("passphrase", "short").post(url).then().statusCode(400);
    }

    @Test
    void whoCarriesItMayCloseItWithTheirOwnKey() throws Exception {
        var url = link();
        var courier = CourierKeys.made();
        var message = given().formParam("key", CourierKeys.armoured(courier))
                .post(url)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString(".zip.pgp"))
                .extract()
                .asByteArray();
        assertThat(BundleArchiveTest.entries(CourierKeys.opened(message, courier), null))
                .containsKey("volume-00.pdf");
        given().formParam("key", "nonsense")
                .post(url + "?lang=ko")
                .then()
                .statusCode(400)
                .body(containsString("OpenPGP 공개 키가 아니거나"));
    }

    @Test
    void aLinkThatExpiredOrWasTakenBackOpensNothing() {
        var url = link();
        QuarkusTransaction.requiringNew()
                .run(() -> CarryLink.update("expiresAt = madeAt where bundle.id = ?1", finished));
        given().get(url).then().statusCode(404);
        given().post(url).then().statusCode(404);
        var made = asker().contentType(ContentType.JSON)
                .body(Map.of("for", "Mina"))
                .post(campaign.at(finished) + "/links")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        asker().delete(campaign.at(finished) + "/links/" + made.getString("id"))
                .then()
                .statusCode(204);
        given().get(path(made.getString("url"))).then().statusCode(404);
        given().get("/carry/nonsense").then().statusCode(404);
    }

    private static String link() {
        return path(asker().contentType(ContentType.JSON)
                .body(Map.of("for", "Mina"))
                .post(campaign.at(finished) + "/links")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("url"));
    }

    private static String path(String url) {
        return url.substring(url.indexOf("/carry/"));
    }

    private static int downloads() {
        return QuarkusTransaction.requiringNew()
                .call(() -> CarryLink.<CarryLink>list("bundle.id = ?1 order by madeAt desc", finished)
                        .getFirst()
                        .downloads);
    }
}
