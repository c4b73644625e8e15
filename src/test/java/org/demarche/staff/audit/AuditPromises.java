package org.demarche.staff.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.security.TestSecurity;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.demarche.common.Audited;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the trail promises, on whichever database. */
@TestSecurity(user = "ada", roles = "admin")
abstract class AuditPromises {

    @Inject
    Event<Audited> audit;

    @Inject
    AuditTrail trail;

    @Inject
    EntityManager database;

    @BeforeEach
    void fiveDeeds() {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("delete from audit_entry").executeUpdate();
            database.createNativeQuery("update audit_head set seq = 0, hash = null")
                    .executeUpdate();
        });
        for (int i = 1; i <= 5; i++) {
            record("deed " + i);
        }
    }

    private void record(String detail) {
        QuarkusTransaction.requiringNew()
                .run(() -> audit.fire(new Audited("ada", "campaign.open", "save-refugees", detail)));
    }

    private void tamper(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(database.createNativeQuery(sql).executeUpdate())
                        .isPositive());
    }

    @Test
    void theTrailIsListedNewestFirst() {
        given().get("/api/v1/audit?page=0&size=2")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].seq", is(5))
                .body("items[0].actor", is("ada"))
                .body("items[0].action", is("campaign.open"))
                .body("items[0].subject", is("save-refugees"))
                .body("items[0].detail", is("deed 5"))
                .body("items[0].at", containsString("Z"))
                .body("items[1].seq", is(4))
                .body("total", is(5))
                .body("intact", is(true));
        given().get("/api/v1/audit?page=2&size=2").then().body("items.seq", equalTo(java.util.List.of(1)));
    }

    @Test
    void anUntouchedTrailIsIntact() {
        given().get("/api/v1/audit/verification")
                .then()
                .statusCode(200)
                .body("intact", is(true))
                .body("entries", is(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set detail = 'deed 4' where seq = 3",
                "update audit_entry set actor = 'adb' where seq = 3",
                "update audit_entry set detail = null where seq = 3",
                "update audit_entry set subject = 'save-refugee', detail = 'sdeed 3' where seq = 3",
                "update audit_entry set at = at + interval '1' second where seq = 3",
                "delete from audit_entry where seq = 3"
            })
    void oneChangedEntryIsFound(String sql) {
        tamper(sql);
        assertThat(trail.verify()).isEqualTo(new AuditTrail.Verdict(false, 2, 3L));
        given().get("/api/v1/audit").then().body("intact", is(false));
        given().get("/desk/audit").then().statusCode(200).body(containsString("An entry on this page was changed"));
        given().header("Sec-Fetch-Site", "same-origin")
                .post("/desk/audit/verify")
                .then()
                .statusCode(200)
                .body(containsString("It breaks at entry 3"));
    }

    @Test
    void aMissingEndIsFound() {
        tamper("delete from audit_entry where seq = 5");
        assertThat(trail.verify().intact()).isFalse();
    }

    @Test
    void aDeedThatIsRolledBackLeavesNoEntry() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    audit.fire(new Audited("ada", "campaign.open", "save-refugees", "never happened"));
                    throw new IllegalStateException("the deed fails");
                }))
                .hasMessageContaining("the deed fails");
        assertThat(trail.size()).isEqualTo(5);
        assertThat(trail.verify().intact()).isTrue();
    }

    @Test
    void manyAtOnceMakeOneChain() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            var deeds = IntStream.range(0, 40)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        record("together " + i);
                        return null;
                    })
                    .toList();
            for (var done : pool.invokeAll(deeds)) {
                done.get();
            }
        }
        assertThat(trail.verify()).isEqualTo(new AuditTrail.Verdict(true, 45, null));
    }

    @Test
    void thePageOfAnAdminShowsTheTrail() {
        given().get("/desk/audit").then().statusCode(200).body(containsString("deed 5"), containsString("5 entries"));
    }

    @Test
    @TestSecurity(user = "mo", roles = "moderator")
    void othersDoNotReadIt() {
        given().get("/api/v1/audit").then().statusCode(403).contentType("application/problem+json");
        given().get("/desk/audit").then().statusCode(403).contentType("text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=501", "size=0", "page=-1"})
    void aPageOutOfBoundsIsBadInput(String query) {
        given().get("/api/v1/audit?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", is(query.substring(0, 4)));
    }
}
