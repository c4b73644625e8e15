package org.demarche.mission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MissionsFileTest {

    private static final String PAGE = "/desk/missions-file";

    private static RequestSpecification admin() {
        return given().auth().oauth2("test-token-of-asker");
    }

    private static String fetched() {
        return admin().get(PAGE + "/missions.csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static Response bring(String csv, String digest) {
        var request = admin().multiPart("file", "missions.csv", csv.getBytes(StandardCharsets.UTF_8), "text/csv");
        if (digest != null) {
            request.multiPart("digest", digest);
        }
        return request.post(PAGE);
    }

    private static String digest(Response page) {
        var found = Pattern.compile("name=\"digest\" value=\"([0-9a-f]{64})\"").matcher(page.asString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void whatIsFetchedComesBackAsNoChange() {
        bring(fetched(), null).then().statusCode(200).body(containsString("Nothing would change"));
    }

    @Test
    void differencesAreSeenBeforeAnythingChangesAndOnlyThatFileIsTaken() {
        var before = fetched();
        var changed = before.replace("+81-3-3403-3388", "+81-3-0000-1111");
        assertThat(changed).isNotEqualTo(before);
        var shown = bring(changed, null);
        shown.then()
                .statusCode(200)
                .body(allOf(
                        containsString("<del>+81-3-3403-3388</del>"),
                        containsString("<ins>+81-3-0000-1111</ins>"),
                        containsString("Take over 1 change")));
        assertThat(fetched()).isEqualTo(before);
        // Another file than the one that was looked through shows its differences and changes nothing.
        bring(before.replace("+81-3-3403-3388", "+81-3-9999-9999"), digest(shown))
                .then()
                .body(containsString("Take over 1 change"));
        assertThat(fetched()).isEqualTo(before);
        bring(changed, digest(shown)).then().statusCode(200).body(containsString("0 new, 1 changed"));
        assertThat(fetched()).isEqualTo(changed);
        bring(before, digest(bring(before, null))).then().statusCode(200);
        assertThat(fetched()).isEqualTo(before);
    }

    @Test
    void theHistoryOfAMissionTellsWhoChangedWhatAndWhatItWasBefore() {
        var before = fetched();
        var changed = before.replace("+81-11-563-5563", "+81-11-000-0000");
        assertThat(changed).isNotEqualTo(before);
        try {
            bring(changed, digest(bring(changed, null))).then().statusCode(200);
            admin().get("/desk/missions/cn-jp-sapporo/history")
                    .then()
                    .statusCode(200)
                    .body(allOf(
                            containsString("<dt>phone</dt>"),
                            containsString("<del>+81-11-563-5563</del>"),
                            containsString("<ins>+81-11-000-0000</ins>"),
                            containsString("asker"),
                            containsString("Came into the directory")));
            admin().get("/desk/missions/cn-jp-osaka/history").then().body(not(containsString("<dt>phone</dt>")));
        } finally {
            bring(before, digest(bring(before, null)));
        }
    }

    @Test
    void aRenamedColumnIsKnownAgain() {
        var renamed = fetched()
                .replaceFirst("sending_state", "Sending State")
                .replaceFirst("postal_address,", "Address,")
                .replaceFirst("email", "E-Mail");
        bring(renamed, null)
                .then()
                .statusCode(200)
                .body(allOf(containsString("Nothing would change"), not(containsString("missing columns"))));
    }

    @Test
    void whatIsNoDirectoryIsNotTaken() {
        bring("a,b\n1,2\n", null).then().statusCode(400).body(containsString("missing columns"));
        admin().multiPart("file", "missions.csv", new byte[0], "text/csv")
                .post(PAGE)
                .then()
                .statusCode(400)
                .body(containsString("Choose a file"));
    }
}
