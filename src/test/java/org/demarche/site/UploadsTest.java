package org.demarche.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.demarche.common.DemarcheConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A volume that somebody checks holds names: while it is read it lies where only we can look. */
@QuarkusTest
class UploadsTest {

    @Inject
    DemarcheConfig config;

    private Path uploads;

    @BeforeEach
    void noUploadsYet() throws IOException {
        uploads = config.dataDir().resolve("uploads");
        Files.deleteIfExists(uploads);
    }

    @Test
    void filesAreReceivedInTheDataFolderAndDoNotStayThere() throws IOException {
        given().multiPart("file", "volume.pdf", "%PDF-1.7 names".getBytes(), "application/pdf")
                .post("/verify")
                .then()
                .statusCode(200)
                .body(containsString("</html>"));
        assertThat(uploads).isDirectory();
        // They go when the answer has left.
        await().untilAsserted(() -> {
            try (var left = Files.list(uploads)) {
                assertThat(left).isEmpty();
            }
        });
    }
}
