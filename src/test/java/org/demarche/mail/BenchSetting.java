package org.demarche.mail;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.demarche.mail.smtp.Relay;
import org.demarche.mail.wire.MailServer;

/** A PostgreSQL that writes to disk before it says so, and Postfix's smtp-sink; the queue is worked by the bench itself. */
public final class BenchSetting implements QuarkusTestProfile {

    static final int SINK = Integer.parseInt(System.getenv().getOrDefault("BENCH_SINK", "2599"));

    static String tool(String name) {
        return System.getenv().getOrDefault("BENCH_POSTFIX", "/usr/sbin") + "/" + name;
    }

    static Relay relay(int port, int connections) {
        return new Relay(
                MailServer.relay("smtp://127.0.0.1:" + port),
                new Relay.Settings("letters@example.org", connections, Duration.ofSeconds(60), Duration.ofSeconds(1)));
    }

    static byte[] bytes(int size) {
        var random = new Random(1);
        var text = new StringBuilder("Subject: a letter\r\n\r\n");
        while (text.length() < size - 2) {
            text.append(text.length() % 72 == 70 ? "\r\n" : (char) ('a' + random.nextInt(26)));
        }
        return (text + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    static double source(int port, int sessions, int messages, int size) throws IOException, InterruptedException {
        var before = System.nanoTime();
        var process = new ProcessBuilder(
                        tool("smtp-source"),
                        "-d",
                        "-s",
                        "" + sessions,
                        "-m",
                        "" + messages,
                        "-l",
                        "" + size,
                        "-f",
                        "a@example.org",
                        "-t",
                        "b@example.org",
                        "127.0.0.1:" + port)
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("smtp-source failed");
        }
        return messages / ((System.nanoTime() - before) / 1e9);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "demarche.data-dir", "target/bench-mail",
                "demarche.roles", "site,desk",
                "demarche.smtp-url", "smtp://127.0.0.1:" + SINK,
                "demarche.mail-from", "letters@example.org",
                "quarkus.datasource.jdbc.max-size", "40");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Peers.class));
    }

    public static class Peers implements QuarkusTestResourceLifecycleManager {

        private EmbeddedPostgres database;
        private Process sink;

        @Override
        public Map<String, String> start() {
            try {
                sink = new ProcessBuilder(tool("smtp-sink"), "-u", "nobody", "-c", "127.0.0.1:" + SINK, "1000")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                database = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of(
                    "demarche.database", "postgresql",
                    "quarkus.datasource.jdbc.url", database.getJdbcUrl("postgres", "postgres"),
                    "quarkus.datasource.username", "postgres",
                    "quarkus.datasource.password", "postgres");
        }

        @Override
        public void stop() {
            sink.destroy();
            try {
                database.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
