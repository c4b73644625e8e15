package org.demarche.site.share;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.demarche.common.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class ShareTest {

    private static final String CAMPAIGN = "/campaigns/save-north-korean-refugees-day";
    private static final String FRAME = "/embed/save-north-korean-refugees-day";

    @Test
    void theFrameCreditsItsSiteAndSetsNoCookie() {
        given().queryParam("source", "news.example.org")
                .queryParam("lang", "zh-CN")
                .get(FRAME)
                .then()
                .statusCode(200)
                .header("Set-Cookie", nullValue())
                .header("Content-Security-Policy", containsString("frame-ancestors *"))
                .body(containsString("lang=\"zh-Hans\""))
                .body(containsString(CAMPAIGN + "?lang=zh-Hans&amp;source=news.example.org"));
    }

    @Test
    void aSourceThatTheFormWouldRefuseIsNotCredited() {
        given().queryParam("source", "\"><script>")
                .get(FRAME)
                .then()
                .statusCode(200)
                .body(not(containsString("source=")))
                .body(not(containsString("\"><script>")));
    }

    @Test
    void aCampaignThatIsNotPublicHasNoFrameCardCodeOrFeed() {
        for (var path : new String[] {
            "/embed/nothing",
            "/campaigns/nothing/share",
            "/campaigns/nothing/share/qr.svg",
            "/campaigns/nothing/share/card-en.png",
            "/campaigns/nothing/updates/atom.xml"
        }) {
            given().get(path).then().statusCode(404);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasItsCard(Language language) throws Exception {
        var png = given().get(CAMPAIGN + "/share/card-" + language.tag() + ".png")
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("Cache-Control", startsWith("public"))
                .extract()
                .asByteArray();
        var card = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(card.getWidth()).isEqualTo(1200);
        assertThat(card.getHeight()).isEqualTo(630);
        assertThat(inkIn(card)).as("pixels of the title").isGreaterThan(5_000);
        Files.write(Files.createDirectories(Path.of("target", "look")).resolve("card-" + language.tag() + ".png"), png);
    }

    private static long inkIn(java.awt.image.BufferedImage card) {
        return java.util.stream.IntStream.range(0, card.getWidth() * 460)
                .filter(i -> (card.getRGB(i % card.getWidth(), i / card.getWidth()) & 0xff) < 0x60)
                .count();
    }

    @Test
    void theCampaignPageNamesItsCardWithAFullAddress() {
        var page = given().queryParam("lang", "ja").get(CAMPAIGN).asString();
        assertThat(page)
                .containsPattern(
                        "<meta property=\"og:image\" content=\"http[^\"]+" + CAMPAIGN + "/share/card-ja.png\">")
                .containsPattern("<link rel=\"canonical\" href=\"http[^\"]+" + CAMPAIGN + "\\?lang=ja\">")
                .contains("hreflang=\"zh-Hans\"");
    }

    @Test
    void whatThePageSaysToMachinesIsJson() {
        var page = given().queryParam("lang", "ko").get(CAMPAIGN).asString();
        var json = Pattern.compile("<script type=\"application/ld\\+json\">([^<]+)</script>")
                .matcher(page);
        assertThat(json.find()).isTrue();
        assertThat(io.restassured.path.json.JsonPath.from(json.group(1)).getString("inLanguage"))
                .isEqualTo("ko");
    }

    @Test
    void pagesTravelCompressed() {
        given().header("Accept-Encoding", "gzip").get(CAMPAIGN).then().header("Content-Encoding", "gzip");
        var first = given().header("Accept-Encoding", "identity");
        long weight = java.util.stream.Stream.of(CAMPAIGN, "/demarche.css", "/live.js", "/count.js", "/favicon.svg")
                .mapToLong(path -> first.get(path).asByteArray().length)
                .sum();
        assertThat(weight)
                .as("a first view without pictures, not even compressed")
                .isLessThan(100_000);
    }

    @Test
    void theCodeIsADrawingThatScriptsAreNotNeededFor() {
        given().get(CAMPAIGN + "/share/qr.svg")
                .then()
                .statusCode(200)
                .contentType(startsWith("image/svg+xml"))
                .body(startsWith("<svg"))
                .body(not(containsString("script")));
    }

    @Test
    void feedsTellWhatHappenedInTheReadersLanguage() {
        given().queryParam("lang", "ja")
                .get(CAMPAIGN + "/updates/atom.xml")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/atom+xml"))
                .body("feed.entry.size()", notNullValue())
                .body("feed.entry[-1].title", is("署名の受付を始めました。"))
                .body("feed.id", startsWith("urn:uuid:"));
        given().queryParam("lang", "en")
                .get(CAMPAIGN + "/updates/rss.xml")
                .then()
                .statusCode(200)
                .body("rss.channel.item[-1].title", is("The letter was opened for signatures."))
                .body("rss.channel.item[-1].pubDate", containsString("GMT"));
    }

    @Test
    void theSiteMapLeadsOnlyToPagesThatAreThere() {
        var map = given().get("/sitemap.xml").then().statusCode(200).extract().asString();
        assertThat(map).contains(CAMPAIGN + "</loc>", "hreflang=\"ko\"");
        Pattern.compile("<loc>https?://[^/]+([^<]+)</loc>")
                .matcher(map)
                .results()
                .forEach(found -> given().get(found.group(1)).then().statusCode(200));
        given().get("/robots.txt").then().statusCode(200).body(containsString("Disallow: /my/"));
    }
}
