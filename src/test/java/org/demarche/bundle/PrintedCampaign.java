package org.demarche.bundle;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.demarche.FreshSlug;

/** A campaign with signers on paper, and its bundles, made over REST as staff would. */
public record PrintedCampaign(String slug) {

    public static final String MISSION = "cn-jp-sapporo";

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

    /** Opens the campaign and lets these sign: {@code name,country,disclosure} a line. */
    public static PrintedCampaign open(String base, String rows) {
        var slug = FreshSlug.of(base);
        asker().contentType(ContentType.JSON)
                .body(Map.of("slug", slug))
                .post("/api/v1/campaigns/save-north-korean-refugees-day/clone")
                .then()
                .statusCode(201);
        asker().post("/api/v1/campaigns/" + slug + "/open").then().statusCode(200);
        var campaign = new PrintedCampaign(slug);
        campaign.sign(rows);
        return campaign;
    }

    /** Returns when they are counted. */
    public void sign(String rows) {
        int before = counted();
        asker().contentType("text/csv; charset=UTF-8")
                .body(("name,country,disclosure,sheet\n" + rows.replace("\n", ",S-1\n"))
                        .getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/campaigns/" + slug + "/signatures/import?atomic=true")
                .then()
                .statusCode(200);
        int signers = rows.split("\n").length;
        await().atMost(LONG_ENOUGH).until(() -> counted() == before + signers);
    }

    private int counted() {
        return given().get("/api/v1/campaigns/" + slug + "/count").jsonPath().getInt("count");
    }

    /** Asked by one, approved by another, and done; {@code chosen} beside mission and content. */
    public UUID print(Map<String, String> chosen) {
        var ask = new HashMap<>(Map.of("mission", MISSION, "content", "SHEETS"));
        ask.putAll(chosen);
        var id = UUID.fromString(asker().contentType(ContentType.JSON)
                .body(ask)
                .post("/api/v1/campaigns/" + slug + "/bundles")
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
        given().auth()
                .oauth2("test-token-of-approver")
                .post(at(id) + "/approve")
                .then()
                .statusCode(200);
        await().atMost(LONG_ENOUGH)
                .until(() -> "DONE".equals(asker().get(at(id)).path("state")));
        return id;
    }

    public byte[] volume(UUID id, int n) {
        return asker().get(at(id) + "/volumes/" + n)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    public String at(UUID id) {
        return "/api/v1/campaigns/" + slug + "/bundles/" + id;
    }

    /** As a member of staff who may do everything but approve what they asked for. */
    public static RequestSpecification asker() {
        return given().auth().oauth2("test-token-of-asker");
    }
}
