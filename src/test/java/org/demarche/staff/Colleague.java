package org.demarche.staff;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Somebody with an account of their own, signed in.
 *
 * @param session the cookie of their browser
 */
public record Colleague(String name, String session) {

    public static final String PASSWORD = "three slow herons";

    private static final Pattern LINK = Pattern.compile("/desk/setup/[A-Za-z0-9_-]{43}");

    /** Invited by an admin, with this role and a name nobody else has. */
    public static Colleague arrives(String role) {
        var name = role + "-" + UUID.randomUUID().toString().substring(0, 8);
        var invitation = given().auth()
                .oauth2("test-token-of-asker")
                .formParam("role", role)
                .post("/desk/staff/invite")
                .asString();
        var link = LINK.matcher(invitation);
        if (!link.find()) {
            throw new AssertionError(invitation);
        }
        var session = browser()
                .formParams("name", name, "email", name + "@example.org", "password", PASSWORD)
                .post(link.group())
                .cookie("desk");
        return new Colleague(name, session);
    }

    /** A browser that nobody signed in with. */
    public static RequestSpecification browser() {
        return given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin");
    }

    /** Their browser. */
    public RequestSpecification at() {
        return browser().cookie("desk", session);
    }

    public String email() {
        return name + "@example.org";
    }

    public UUID id() {
        return io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .call(() -> StaffMember.<StaffMember>find("name", name).singleResult().id);
    }
}
