package org.demarche.staff.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WebhookTest {

    private record Heard(String event, String signature, String body) {}

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(204);
    private HttpServer otherSide;

    @BeforeEach
    void listen() throws IOException {
        otherSide = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        otherSide.createContext("/hook", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            heard.add(new Heard(headers.getFirst("Demarche-Event"), headers.getFirst("Demarche-Signature"), body));
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        otherSide.start();
    }

    @AfterEach
    void stop() {
        otherSide.stop(0);
        QuarkusTransaction.requiringNew().run(() -> Webhook.deleteAll());
    }

    private static RequestSpecification admin() {
        return given().redirects().follow(false).auth().oauth2("test-token-of-asker");
    }

    private String make(String topic) {
        var page = admin().formParams(
                        "url", "http://127.0.0.1:" + otherSide.getAddress().getPort() + "/hook", "topics", topic)
                .post("/desk/webhooks");
        page.then().statusCode(200);
        var secret = Pattern.compile("whsec_[A-Za-z0-9_-]{43}").matcher(page.asString());
        assertThat(secret.find()).isTrue();
        return secret.group();
    }

    private static void turnASwitch() {
        admin().post("/desk/switches/hide-counts/on").then().statusCode(303);
        admin().post("/desk/switches/hide-counts/off").then().statusCode(303);
    }

    private void hears(int calls) {
        Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> heard.size() >= calls);
    }

    @Test
    void whatHappensIsToldSignedAndWithoutAnybodysName() {
        var secret = make("switch");
        turnASwitch();
        hears(2);
        var call = heard.getFirst();
        assertThat(call.event()).isEqualTo("switch.on");
        assertThat(JsonPath.from(call.body()).getString("subject")).isEqualTo("hide-counts");
        assertThat(call.body()).doesNotContain("asker");
        var seconds =
                Long.parseLong(call.signature().substring(2, call.signature().indexOf(',')));
        assertThat(call.signature()).isEqualTo(Sender.signature(secret, seconds, call.body()));
        assertThat(Instant.ofEpochSecond(seconds)).isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void aCallThatFailsIsTriedAgainUntilItIsTaken() {
        make("switch");
        status.set(500);
        turnASwitch();
        hears(2);
        waits();
        assertThat(states()).containsOnly(WebhookCall.State.WAITING);
        status.set(200);
        var now = Instant.now();
        QuarkusTransaction.requiringNew().run(() -> WebhookCall.update("dueAt = ?1", now));
        hears(4);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> states().stream().allMatch(WebhookCall.State.TAKEN::equals));
        admin().get("/desk/webhooks").then().body(containsString("✓ taken"));
    }

    @Test
    void aRedirectIsNotFollowedAndNoYes() {
        make("switch");
        status.set(307);
        turnASwitch();
        hears(2);
        waits();
        assertThat(states()).containsOnly(WebhookCall.State.WAITING);
        admin().get("/desk/webhooks").then().body(containsString("answered 307"));
    }

    /** Until the answers are written down. */
    private static void waits() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> QuarkusTransaction.requiringNew().call(() -> WebhookCall.count("attempts = 0") == 0));
    }

    private static List<WebhookCall.State> states() {
        return QuarkusTransaction.requiringNew()
                .call(() -> WebhookCall.<WebhookCall>listAll().stream()
                        .map(call -> call.state)
                        .toList());
    }

    @Test
    void whoAskedForOneTopicHearsNoOther() {
        make("mission");
        turnASwitch();
        long calls = QuarkusTransaction.requiringNew().call(() -> WebhookCall.count());
        assertThat(calls).isZero();
    }

    @Test
    void aDayOfFailuresIsEnough() {
        var call = new WebhookCall();
        call.id = UUID.randomUUID();
        call.state = WebhookCall.State.WAITING;
        var now = Instant.now();
        for (int tries = 0; tries < 6; tries++) {
            call.failed("no answer", now);
            assertThat(call.state).isEqualTo(WebhookCall.State.WAITING);
            assertThat(call.dueAt).isAfter(now);
        }
        call.failed("no answer", now);
        assertThat(call.state).isEqualTo(WebhookCall.State.GIVEN_UP);
    }

    @Test
    void anAddressAndATopicAreNeeded() {
        admin().formParams("url", "nowhere", "topics", "switch")
                .post("/desk/webhooks")
                .then()
                .statusCode(400)
                .body(containsString("whole address"));
        admin().formParams("url", "https://example.org/hook")
                .post("/desk/webhooks")
                .then()
                .statusCode(400)
                .body(containsString("Choose what to tell"));
    }
}
