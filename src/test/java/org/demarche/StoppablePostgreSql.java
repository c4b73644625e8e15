package org.demarche;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/** A real PostgreSQL that a test may stop and start again on its data; the test finds it by {@link Switch}. */
public final class StoppablePostgreSql implements QuarkusTestResourceLifecycleManager {

    /** Goes into a field of the test. */
    public interface Switch {
        void off();

        void on();
    }

    private File data;
    private int port;
    private EmbeddedPostgres server;

    @Override
    public Map<String, String> start() {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
            data = Files.createTempDirectory("stoppable-postgresql").toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        on();
        return Map.of(
                "demarche.database", "postgresql",
                "quarkus.datasource.jdbc.url", server.getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "postgres");
    }

    private void on() {
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void off() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        off();
        try (var left = Files.walk(data.toPath())) {
            left.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        var ours = new Switch() {
            @Override
            public void off() {
                StoppablePostgreSql.this.off();
            }

            @Override
            public void on() {
                StoppablePostgreSql.this.on();
            }
        };
        injector.injectIntoFields(ours, new TestInjector.MatchesType(Switch.class));
    }
}
