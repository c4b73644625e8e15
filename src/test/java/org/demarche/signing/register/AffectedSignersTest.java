package org.demarche.signing.register;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.StringWriter;
import java.util.Map;
import java.util.UUID;
import org.demarche.OnOwnH2;
import org.demarche.signing.Disclosure;
import org.junit.jupiter.api.Test;

/** The breach drill: the list can be made, and begins with those whom it may harm most. */
@QuarkusTest
@TestProfile(OnOwnH2.class)
class AffectedSignersTest {

    @Inject
    AffectedSigners affected;

    @Test
    void whoWishedToBeSeenLeastIsToldFirst() throws Exception {
        var counted = sign("=Breach Counted", "COUNTED");
        var full = sign("Breach Full", "FULL");

        var list = new StringWriter();
        affected.write(list);

        assertThat(list.toString()).contains(counted, full).contains("COUNTED,'=Breach Counted,");
        assertThat(list.toString().indexOf(counted)).isLessThan(list.toString().indexOf(full));
        assertThat(affected.groups())
                .anySatisfy(group -> {
                    assertThat(group.disclosure()).isEqualTo(Disclosure.COUNTED);
                    assertThat(group.people()).isPositive();
                })
                .extracting(AffectedSigners.Group::disclosure)
                .contains(Disclosure.FULL);
    }

    private static String sign(String name, String disclosure) {
        var email = UUID.randomUUID() + "@example.org";
        given().contentType("application/json")
                .body(Map.of("name", name, "email", email, "country", "JP", "disclosure", disclosure))
                .post("/api/v1/campaigns/save-north-korean-refugees-day/signatures")
                .then()
                .statusCode(202);
        return email;
    }
}
