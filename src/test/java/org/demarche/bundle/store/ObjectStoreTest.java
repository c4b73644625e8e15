package org.demarche.bundle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectStoreTest {

    private static S3Proxy server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        server = new S3Proxy();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatOneNodeKeepsAnotherOpens() throws IOException {
        var content = new byte[3_000_000];
        new Random(7).nextBytes(content);
        try (var worker = store(S3Proxy.SECRET);
                var desk = store(S3Proxy.SECRET)) {
            worker.put("b1/volume-01.pdf", draft(content));
            try (var in = desk.open("b1/volume-01.pdf")) {
                assertThat(in.readAllBytes()).isEqualTo(content);
            }
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void anotherPutReplacesTheFile() throws IOException {
        try (var store = store(S3Proxy.SECRET)) {
            store.put("b2/volume-01.pdf", draft(new byte[] {1, 2, 3}));
            store.put("b2/volume-01.pdf", draft(new byte[] {4}));
            assertThat(store.open("b2/volume-01.pdf").readAllBytes()).containsExactly(4);
        }
    }

    @Test
    void aFolderIsEmptiedAndNoOther() throws IOException {
        try (var store = store(S3Proxy.SECRET)) {
            for (int n = 0; n < 5; n++) store.put("b3/volume-0" + n + ".pdf", draft(new byte[] {1}));
            store.put("b33/volume-00.pdf", draft(new byte[] {1}));
            store.deleteAll("b3");
            store.deleteAll("b3");
            assertThatThrownBy(() -> store.open("b3/volume-00.pdf")).isInstanceOf(FileNotFoundException.class);
            assertThat(store.open("b33/volume-00.pdf").readAllBytes()).containsExactly(1);
        }
    }

    @Test
    void aWrongSecretIsToldAndKeepsTheDraft() throws IOException {
        try (var store = store("another secret")) {
            var draft = draft(new byte[] {1});
            assertThatThrownBy(() -> store.put("b4/volume-00.pdf", draft))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("403");
            assertThat(draft).exists();
        }
    }

    @Test
    void aStoreThatIsDownIsNotAFileThatIsMissing() {
        var nobody = URI.create("http://127.0.0.1:9/bundles");
        try (var store = new ObjectStore(nobody, "k", "s", "us-east-1", Clock.systemUTC())) {
            assertThatThrownBy(() -> store.open("b5/volume-00.pdf"))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(FileNotFoundException.class);
        }
    }

    @Test
    void aSignatureOfAnotherMomentIsRefused() throws IOException {
        var yesterday = Clock.offset(Clock.systemUTC(), Duration.ofDays(-1));
        try (var store = new ObjectStore(server.bucket(), S3Proxy.KEY, S3Proxy.SECRET, "us-east-1", yesterday)) {
            var draft = draft(new byte[] {1});
            assertThatThrownBy(() -> store.put("b6/volume-00.pdf", draft)).hasMessageContaining("403");
        }
    }

    private static ObjectStore store(String secret) {
        return new ObjectStore(server.bucket(), S3Proxy.KEY, secret, "us-east-1", Clock.systemUTC());
    }

    private Path draft(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "draft", ".part"), content);
    }
}
