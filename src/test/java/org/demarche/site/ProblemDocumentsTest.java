package org.demarche.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class ProblemDocumentsTest {

    @Test
    void whoHangsUpIsNotWrittenDownAsOurFault() {
        try (var log = new HeardLog()) {
            var problem = ProblemDocuments.of(new IOException(new HttpClosedException("Connection was closed")));

            assertThat(problem.status()).isEqualTo(400);
            assertThat(log.lines()).isEmpty();
            assertThat(ProblemDocuments.of(new IOException("disk")).status()).isEqualTo(500);
            assertThat(log.lines()).singleElement().asString().contains("IOException");
        }
    }
}
