package org.demarche;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Knocks at every door of staff, with nothing in hand and with each role that is not named there. */
@QuarkusTest
@TestProfile(ClosedDoorsTest.OneOfEachRole.class)
class ClosedDoorsTest {

    private static final List<String> ROLES = List.of("admin", "campaigner", "moderator", "exporter", "coordinator");

    /** A token for each role, with that role alone. */
    public static final class OneOfEachRole implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "demarche.databases.h2.url",
                    "jdbc:h2:mem:doors;DB_CLOSE_DELAY=-1",
                    "demarche.api-tokens",
                    ROLES.stream()
                            .map(role -> "the " + role + ":" + role + ":" + token(role))
                            .collect(Collectors.joining(",")));
        }
    }

    private static String token(String role) {
        return role + "-token-of-the-tests-only";
    }

    static Stream<Routes.Route> staffDoors() {
        return Routes.all().stream().filter(route -> route.roles() != null);
    }

    @Test
    void thereAreDoors() {
        assertThat(staffDoors()).hasSizeGreaterThan(40);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("staffDoors")
    void nobodyPassesWithoutAName(Routes.Route door) {
        var answer = knock(given(), door);
        if (door.path().startsWith("/desk")) {
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.header("Location")).contains("/desk/sign-in");
        } else {
            assertThat(answer.statusCode()).isEqualTo(401);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("staffDoors")
    void aRoleThatIsNotNamedIsTurnedAway(Routes.Route door) {
        for (var role : ROLES) {
            if (!door.roles().contains(role)) {
                assertThat(knock(given().auth().oauth2(token(role)), door).statusCode())
                        .as(role)
                        .isEqualTo(403);
            }
        }
    }

    private static io.restassured.response.Response knock(RequestSpecification request, Routes.Route door) {
        var path = door.path()
                .replace("{slug}", "save-north-korean-refugees-day")
                .replace("{id}", UUID.randomUUID().toString())
                .replace("{n}", "0")
                .replace("{key}", "xi-petition")
                .replace("{language}", "en")
                .replace("{pattern}", "*.example.org")
                .replace("{tag}", "hide-counts")
                .replace("{serial}", "K7Q2-M9XD-4")
                .replaceAll("\\{(?:code|mission)}", "cn-jp-tokyo")
                .replaceAll("\\{\\w+: (\\w+)\\|[^}]*}", "$1")
                .replaceAll("\\{(?:link|handover|photo)}", UUID.randomUUID().toString());
        request = request.redirects().follow(false);
        if (door.consumes().startsWith("multipart")) {
            request = request.multiPart("file", "x");
        } else if (!door.consumes().equals("*/*")) {
            request = request.contentType(door.consumes());
            request = door.consumes().endsWith("urlencoded") ? request : request.body("{}");
        }
        return request.request(door.verb(), path);
    }
}
