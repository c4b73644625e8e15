package org.demarche.staff;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.demarche.common.Token;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(SetupPageTest.EmptyDesk.class)
class SetupPageTest {

    public static class EmptyDesk extends OwnDatabase {
        @Override
        protected Map<String, String> settings() {
            return Map.of();
        }
    }

    @Inject
    FirstStaff firstStaff;

    @Inject
    Clock clock;

    @BeforeEach
    void emptyTheDesk() {
        QuarkusTransaction.requiringNew().run(() -> {
            DeskSession.deleteAll();
            StaffMember.<StaffMember>listAll().forEach(StaffMember::delete);
            SetupLink.deleteAll();
        });
    }

    /** What a start prints. */
    private String start() {
        var terminal = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true));
        try {
            firstStaff.arrive(null);
        } finally {
            System.setOut(terminal);
        }
        return printed.toString().strip();
    }

    private String linkOfAStart() {
        var printed = start();
        assertThat(printed)
                .matches("Set up the first staff account: http://localhost:8080/desk/setup/[A-Za-z0-9_-]{43}");
        return printed.substring(printed.indexOf("/desk"));
    }

    private static Response fill(String link, String name, String email, String password) {
        return given().redirects()
                .follow(false)
                .formParams("name", name, "email", email, "password", password)
                .post(link);
    }

    @Test
    void theLinkOfTheFirstStartMakesAnAdminAndSignsThemIn() {
        var link = linkOfAStart();
        given().get(link).then().statusCode(200).body(containsString("This is the first account"));
        var made = fill(link, "Kim Ito", "kim@example.org", "three slow herons");
        made.then().statusCode(303).header("Location", endsWith("/desk"));
        given().cookie("desk", made.cookie("desk"))
                .get("/desk")
                .then()
                .statusCode(200)
                .body(containsString("Kim Ito"), containsString("admin"));
    }

    @Test
    void theLinkWorksOnce() {
        var link = linkOfAStart();
        fill(link, "Kim Ito", "kim@example.org", "three slow herons").then().statusCode(303);
        fill(link, "Eve", "eve@example.org", "four fast falcons").then().statusCode(404);
        given().get(link).then().statusCode(404);
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(StaffMember.count()).isEqualTo(1));
    }

    @Test
    void theNextStartEndsTheLinkBefore() {
        var before = linkOfAStart();
        var now = linkOfAStart();
        given().get(before).then().statusCode(404);
        given().get(now).then().statusCode(200);
    }

    @Test
    void onceSomebodyIsThereAStartPrintsNothing() {
        fill(linkOfAStart(), "Kim Ito", "kim@example.org", "three slow herons")
                .then()
                .statusCode(303);
        assertThat(start()).isEmpty();
    }

    @Test
    void theLinkIsStoredOnlyAsAHash() {
        var token = linkOfAStart().substring("/desk/setup/".length());
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(SetupLink.<SetupLink>listAll())
                        .singleElement()
                        .satisfies(l -> assertThat(l.tokenHash).isEqualTo(new Token(token).hash())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "kim@example.org", "KIM@example.org", "passwordpassword", "ababababababab", ""})
    void aWeakPasswordIsRefusedAndTheLinkStays(String password) {
        var link = linkOfAStart();
        fill(link, "Kim Ito", "kim@example.org", password)
                .then()
                .statusCode(400)
                .body(
                        containsString("Nothing is stored yet"),
                        containsString("value=\"Kim Ito\""),
                        containsString("id=\"password-problem\""));
        given().get(link).then().statusCode(200);
    }

    @Test
    void anEndlessPasswordIsRefused() {
        fill(linkOfAStart(), "Kim Ito", "kim@example.org", "abcdefgh".repeat(33))
                .then()
                .statusCode(400);
    }

    @Test
    void nobodyIsNamedAsTheSystem() {
        fill(linkOfAStart(), "System", "kim@example.org", "three slow herons")
                .then()
                .statusCode(400)
                .body(containsString("id=\"name-problem\""));
    }

    @Test
    void nobodyTakesTheNameThatATokenBears() {
        fill(linkOfAStart(), "APPROVER", "kim@example.org", "three slow herons")
                .then()
                .statusCode(400)
                .body(containsString("id=\"name-problem\""));
    }

    @Test
    void whatIsTypedIsShownAsText() {
        fill(linkOfAStart(), "<b>Kim", "no address", "three slow herons")
                .then()
                .statusCode(400)
                .body(containsString("&lt;b&gt;Kim"), not(containsString("<b>Kim")));
    }

    @Test
    void anInvitationMakesAColleagueWithItsRoles() {
        fill(linkOfAStart(), "Kim Ito", "kim@example.org", "three slow herons")
                .then()
                .statusCode(303);
        var token = QuarkusTransaction.requiringNew()
                .call(() -> SetupLink.invitation(Set.of(Role.MODERATOR, Role.EXPORTER), "Kim Ito", clock.instant()));
        var link = "/desk/setup/" + token.value();
        given().get(link)
                .then()
                .statusCode(200)
                .body(containsString("Kim Ito asks you to the desk, as moderator, exporter"));
        fill(link, "kim ito", "mo@example.org", "four fast falcons").then().statusCode(400);
        fill(link, "Mo Sato", "KIM@example.org", "four fast falcons").then().statusCode(400);
        fill(link, "Mo Sato", "mo@example.org", "four fast falcons").then().statusCode(303);
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(StaffMember.<StaffMember>find("name", "Mo Sato")
                                .singleResult()
                                .roles())
                        .containsExactlyInAnyOrder(Role.MODERATOR, Role.EXPORTER));
    }

    @Test
    void anInvitationEndsAfterAWeek() {
        fill(linkOfAStart(), "Kim Ito", "kim@example.org", "three slow herons")
                .then()
                .statusCode(303);
        var token = QuarkusTransaction.requiringNew()
                .call(() -> SetupLink.invitation(
                        Set.of(Role.MODERATOR), "Kim Ito", clock.instant().minus(SetupLink.INVITATION_LASTS)));
        given().get("/desk/setup/" + token.value()).then().statusCode(404);
    }
}
