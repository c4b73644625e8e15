package org.demarche.staff.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.regex.Pattern;
import org.demarche.staff.Colleague;

/** What a browser with a passkey says to the desk. */
public final class PasskeyCalls {

    public static final String DESK = "http://localhost:8080";

    private PasskeyCalls() {}

    /** For someone at the sign-in page. */
    public static JsonPath question() {
        return Colleague.browser()
                .post("/desk/sign-in/passkey/question")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static JsonPath askToAdd(Colleague colleague, String password) {
        return colleague
                .at()
                .formParams("old", password, "label", "A phone")
                .post("/desk/account/passkeys/question")
                .jsonPath();
    }

    public static Response add(Colleague colleague, JsonPath asked, String answer) {
        return colleague
                .at()
                .formParams("question", asked.getString("question"), "answer", answer, "label", "A phone")
                .post("/desk/account/passkeys");
    }

    /** A passkey of theirs, in use. */
    public static SoftKey takenIntoUse(Colleague colleague) {
        var key = new SoftKey(DESK);
        var asked = askToAdd(colleague, Colleague.PASSWORD);
        add(colleague, asked, key.create(asked.getString("options"))).then().statusCode(200);
        return key;
    }

    public static Response answer(JsonPath asked, String answer) {
        return Colleague.browser()
                .formParams("question", asked.getString("question"), "answer", answer)
                .post("/desk/sign-in/passkey");
    }

    public static Response enter(SoftKey key) {
        var asked = question();
        return answer(asked, key.get(asked.getString("options")));
    }

    public static void opensNothing(Response answer) {
        answer.then().statusCode(400).body(containsString("This passkey opens nothing here."));
        assertThat(answer.cookies()).doesNotContainKey("desk");
    }

    /** The first group of the first place that matches. */
    public static String first(String pattern, Response page) {
        var found = Pattern.compile(pattern).matcher(page.asString());
        assertThat(found.find()).as(page.asString()).isTrue();
        return found.group(1);
    }
}
