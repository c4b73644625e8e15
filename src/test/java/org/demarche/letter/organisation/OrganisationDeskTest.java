package org.demarche.letter.organisation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.demarche.common.Language;
import org.demarche.letter.Organisation;
import org.demarche.pdf.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OrganisationDeskTest {

    private static final String PAGE = "/desk/settings";

    @Inject
    OrganisationFacts facts;

    @Inject
    Organisation organisation;

    @AfterEach
    void asInTheFile() {
        QuarkusTransaction.requiringNew().run(() -> OrganisationFact.deleteAll());
        organisation.say(Map.of());
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2("test-token-of-asker");
    }

    private Map<String, String> form() {
        var filled = OrganisationForm.filled(facts.now());
        var fields = new HashMap<>(filled.typed());
        fields.put("seen", filled.seen());
        return fields;
    }

    private static Response save(Map<String, String> form) {
        return admin().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post(PAGE);
    }

    @Test
    void aNameChangedAtTheDeskStandsOnThePublicPagesAtOnce() {
        var form = form();
        form.put("ja.name", "北朝鮮難民救援基金・試験");
        form.put("all.phone", "+81 3 0000 0000");
        save(form).then().statusCode(200).body(containsString("Saved"));
        given().queryParam("lang", "ja").get("/").then().body(containsString("北朝鮮難民救援基金・試験"));
        given().queryParam("lang", "en").get("/").then().body(containsString("Life Funds for North Korean Refugees"));
        assertThat(organisation.facts(Language.KO)).containsEntry("phone", "+81 3 0000 0000");
    }

    @Test
    void theTrailNamesTheFieldsAndNotWhatTheySay() {
        var form = form();
        form.put("en.signatory", "Invented Signatory");
        save(form).then().statusCode(200);
        admin().queryParam("size", 1)
                .get("/api/v1/audit")
                .then()
                .body(allOf(
                        containsString("organisation.change"),
                        containsString("en.signatory"),
                        not(containsString("Invented"))));
    }

    @Test
    void whoComesSecondSeesWhatTheFirstChangedAndKeepsTheirOwnWords() {
        var first = form();
        var second = form();
        first.put("en.note", "Tokyo, first");
        second.put("en.note", "Tokyo, second");
        save(first).then().statusCode(200);
        var merged = save(second);
        merged.then()
                .statusCode(409)
                .body(containsString("Somebody else changed this"))
                .body(containsString("Tokyo, second"))
                .body(containsString("Now: Tokyo, first"));
        assertThat(organisation.facts(Language.EN)).containsEntry("note", "Tokyo, first");
        second.put("seen", form().get("seen"));
        save(second).then().statusCode(200);
        assertThat(organisation.facts(Language.EN)).containsEntry("note", "Tokyo, second");
    }

    @Test
    void anOrganisationHasANameInEachLanguage() {
        var form = form();
        form.put("ko.name", " ");
        form.put("all.mail", "nowhere");
        save(form).then().statusCode(400).body(containsString("한국어: Name is missing"), containsString("no e-mail"));
        assertThat(organisation.name(Language.KO)).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void aLogoIsDrawnAnewAndNothingElseOfItsFileIsKeptAndItStandsOnTheCover(String format) throws Exception {
        var seenThrough = format.equals("png");
        var picture =
                new BufferedImage(1000, 500, seenThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        picture.setRGB(1, 1, Color.RED.getRGB());
        var file = new ByteArrayOutputStream();
        ImageIO.write(picture, format, file);
        file.write("GPS 35.68 139.76".getBytes(StandardCharsets.US_ASCII));
        admin().multiPart("file", "logo." + format, file.toByteArray(), "image/" + format)
                .post(PAGE + "/logo")
                .then()
                .statusCode(200)
                .body(containsString("The logo is changed"));
        try {
            var png = given().get("/logo.png").then().statusCode(200).extract().asByteArray();
            assertThat(new String(png, StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
            var drawn = ImageIO.read(new ByteArrayInputStream(png));
            assertThat(drawn.getWidth()).isEqualTo(320);
            assertThat(drawn.getHeight()).isEqualTo(160);
            given().get("/").then().body(containsString("/logo.png?"));
            assertThat(pictures("/api/v1/campaigns/save-north-korean-refugees-day/bundles/preview"))
                    .isPositive();
        } finally {
            admin().post(PAGE + "/logo/remove").then().statusCode(200);
        }
        given().get("/logo.png").then().statusCode(404);
        assertThat(pictures("/api/v1/campaigns/save-north-korean-refugees-day/bundles/preview"))
                .isZero();
    }

    /** On the first page of a PDF that staff ask for. */
    private static long pictures(String preview) throws Exception {
        var pdf = admin().contentType("application/json")
                .body(Map.of("mission", "cn-jp-sapporo", "content", "SHEETS"))
                .post(preview)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(Reading.faults(pdf)).isEmpty();
        try (var document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(0).getResources();
            return StreamSupport.stream(resources.getXObjectNames().spliterator(), false)
                    .filter(resources::isImageXObject)
                    .count();
        }
    }

    @Test
    void whatIsNoPictureIsNoLogo() {
        admin().multiPart("file", "logo.png", "<svg onload='x'/>".getBytes(StandardCharsets.UTF_8), "image/png")
                .post(PAGE + "/logo")
                .then()
                .statusCode(400)
                .body(containsString("cannot be used"));
        given().get("/logo.png").then().statusCode(404);
    }
}
