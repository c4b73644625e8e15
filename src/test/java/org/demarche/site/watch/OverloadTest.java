package org.demarche.site.watch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Watched.class)
class OverloadTest {

    private static final String CAMPAIGN = "save-north-korean-refugees-day";

    @Inject
    MeterRegistry registry;

    @TestHTTPResource
    URI self;

    private final List<Socket> slow = new ArrayList<>();

    @AfterEach
    void leave() throws Exception {
        for (var socket : slow) {
            socket.close();
        }
        for (int i = 0; i < 400 && busy() > 0; i++) {
            Thread.sleep(25);
        }
    }

    @Test
    void theDeskGivesWayFirstThenSigningThenPages() throws Exception {
        fillTo(Watched.BUSY_MAX * 60 / 100);
        given().get("/desk/sign-in").then().statusCode(503).header("Retry-After", "5");
        assertThat(sign()).isEqualTo(202);

        assertThat(signWhenFilledTo(Watched.BUSY_MAX * 80 / 100)).isEqualTo(503);
        given().get("/desk/sign-in").then().statusCode(503);
        given().get("/").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void pagesAndHealthAreTheLastToGiveWay() {
        assertThat(Door.of("GET", "/campaigns/x").takes(99, 100)).isTrue();
        assertThat(Door.of("GET", "/campaigns/x").takes(100, 100)).isFalse();
        assertThat(Door.of("POST", "/campaigns/x").takes(80, 100)).isFalse();
        assertThat(Door.of("GET", "/desk").takes(60, 100)).isFalse();
        assertThat(Door.of("GET", "/q/health/ready").takes(1_000_000, 100)).isTrue();
    }

    @Test
    void whoDripsAFormIsCutOffAndTheirPlaceIsFree() throws Exception {
        assertThat(signWhenFilledTo(Watched.BUSY_MAX * 80 / 100)).isEqualTo(503);
        for (var socket : slow) {
            socket.setSoTimeout(20_000);
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(sign()).isEqualTo(202);
    }

    @Test
    void aPublicFormIsAtMostAMegabyteAndSaysItsLength() throws Exception {
        assertThat(status("POST /campaigns/" + CAMPAIGN + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
        assertThat(status("POST /campaigns/" + CAMPAIGN + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"))
                .startsWith("HTTP/1.1 411");
    }

    private String status(String request) throws IOException {
        try (var socket = new Socket(self.getHost(), self.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        }
    }

    /** Forms that were begun and never end, each holding one place; those cut off in the meantime are begun anew. */
    private void fillTo(int places) throws Exception {
        while (busy() < places) {
            var socket = new Socket(self.getHost(), self.getPort());
            socket.getOutputStream()
                    .write(("POST /campaigns/" + CAMPAIGN + " HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n"
                                    + "Content-Type: application/x-www-form-urlencoded\r\n\r\nname=")
                            .getBytes(StandardCharsets.US_ASCII));
            slow.add(socket);
            double before = busy();
            for (int i = 0; i < 40 && busy() <= before; i++) {
                Thread.sleep(25);
            }
        }
    }

    /** On a slow machine the first forms may be cut off before the last is begun: then the places are filled again. */
    private int signWhenFilledTo(int places) throws Exception {
        int status;
        do {
            fillTo(places);
            status = sign();
        } while (status == 202 && busy() < places);
        return status;
    }

    private double busy() {
        return registry.get("demarche.requests.busy").gauge().value();
    }

    private static int sign() {
        return given().contentType("application/json")
                .body(Map.of("name", "Over Load", "email", UUID.randomUUID() + "@example.org", "country", "JP"))
                .post("/api/v1/campaigns/" + CAMPAIGN + "/signatures")
                .statusCode();
    }
}
