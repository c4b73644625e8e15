package org.demarche.mail;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** A PostgreSQL that writes to disk before it says so, and Postfix's smtp-sink; the queue is worked by the bench itself. */
public final class BenchSetting implements QuarkusTestProfile {

    static final int SINK = Integer.parseInt(System.getenv().getOrDefault("BENCH_SINK", "2599"));

    static String tool(String name) {
        return System.getenv().getOrDefault("BENCH_POSTFIX", "/usr/sbin") + "/" + name;
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
