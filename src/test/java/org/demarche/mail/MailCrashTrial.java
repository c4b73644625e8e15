package org.demarche.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.demarche.PostgreSql;
import org.demarche.common.EmailAddress;
import org.demarche.mail.smtp.ScriptedSmtp;
import org.demarche.privacy.Scopes;
import org.junit.jupiter.api.Test;

/**
 * {@code bin/_trials/mail-crash}: two nodes share a queue on PostgreSQL, and one of them is killed again and again while
 * it sends. Nothing may be lost; what came twice is counted, letters to missions may not.
 */
@QuarkusTest
@TestProfile(MailCrashTrial.Setting.class)
class MailCrashTrial {

    private static final int KILLS = Integer.parseInt(System.getenv().getOrDefault("TRIAL_KILLS", "20"));
    private static final int MAILS_A_KILL = 200;
    private static final int CONNECTIONS = 4;
    private static final String SCOPE = "campaign:crash-trial";
    private static final Pattern ID = Pattern.compile("(?m)^Message-ID: <o-([0-9a-f-]{36})\\.");
    private static final Path DATA = Path.of("target/crash-trial").toAbsolutePath();

    public static final class Setting implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "demarche.data-dir", DATA.toString(),
                    "demarche.roles", "site,desk",
                    "demarche.mail-from", "letters@example.org");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(PostgreSql.class), new TestResourceEntry(Server.class));
        }
    }

    public static final class Server implements QuarkusTestResourceLifecycleManager {
        private ScriptedSmtp server;

        @Override
        public Map<String, String> start() {
            server = new ScriptedSmtp();
            return Map.of("demarche.smtp-url", "smtp://127.0.0.1:" + server.port());
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(server, new TestInjector.MatchesType(ScriptedSmtp.class));
        }

        @Override
        public void stop() {
            server.close();
        }
    }

    ScriptedSmtp server;

    @Inject
    Outbox outbox;

    @Inject
    Scopes scopes;

    @Inject
    AgroalDataSource database;

    @Test
    void nothingIsLostHoweverOftenANodeDies() throws Exception {
        server.play(new ScriptedSmtp.Script() {
            @Override
            public String content(String to, String data) {
                pause(30);
                return "250 2.0.0 queued";
            }
        });
        scopes.create(SCOPE);
        Set<UUID> letters = new HashSet<>();
        Set<UUID> mails = new HashSet<>();
        var survivor = node("survivor");
        try {
            for (int kill = 1; kill <= KILLS; kill++) {
                var victim = node("victim");
                QuarkusTransaction.requiringNew().run(() -> {
                    for (int i = 0; i < MAILS_A_KILL; i++) {
                        (i % 2 == 0 ? letters : mails)
                                .add(outbox.queue(mail(i % 2 == 0 ? Purpose.MISSION_LETTER : Purpose.NEWS)));
                    }
                });
                var before = server.received.size();
                while (server.received.size() < before + 20) {
                    pause(10);
                }
                pause(ThreadLocalRandom.current().nextInt(400));
                victim.destroyForcibly().waitFor();
                System.out.printf("kill %d of %d, %d mails at the relay%n", kill, KILLS, server.received.size());
            }
            var since = System.nanoTime();
            while (open() > 0
                    && System.nanoTime() - since < Duration.ofMinutes(5).toNanos()) {
                pause(200);
            }
            System.out.printf("all done %.1f s after the last kill%n", (System.nanoTime() - since) / 1e9);
        } finally {
            survivor.destroyForcibly().waitFor();
        }
        report(letters, mails);
    }

    private void report(Set<UUID> letters, Set<UUID> mails) {
        Map<UUID, Set<String>> bytes = new HashMap<>();
        Map<UUID, Integer> copies = new HashMap<>();
        for (var received : server.received) {
            var id = ID.matcher(received.data());
            assertThat(id.find()).isTrue();
            var mail = UUID.fromString(id.group(1));
            copies.merge(mail, 1, Integer::sum);
            bytes.computeIfAbsent(mail, m -> new HashSet<>()).add(received.data());
        }
        List<UUID> unknown = QuarkusTransaction.requiringNew()
                .call(() -> Mail.<Mail>list("state", MailState.UNKNOWN).stream()
                        .map(mail -> mail.id)
                        .toList());
        var all = new HashSet<>(letters);
        all.addAll(mails);
        var lost = all.stream()
                .filter(id -> !copies.containsKey(id) && !unknown.contains(id))
                .count();
        var twice = mails.stream().filter(id -> copies.getOrDefault(id, 0) > 1).count();
        var lettersTwice =
                letters.stream().filter(id -> copies.getOrDefault(id, 0) > 1).count();
        System.out.printf(
                "kills %d, queued %d, lost %d, mails twice %d (bound %d), letters twice %d, letters in doubt for a person %d"
                        + " (%d of them had arrived)%n",
                KILLS,
                all.size(),
                lost,
                twice,
                KILLS * CONNECTIONS,
                lettersTwice,
                unknown.size(),
                unknown.stream().filter(copies::containsKey).count());
        assertThat(open()).isZero();
        assertThat(lost).isZero();
        assertThat(lettersTwice).isZero();
        assertThat(twice).isLessThanOrEqualTo((long) KILLS * CONNECTIONS);
        assertThat(bytes.values()).allMatch(versions -> versions.size() == 1);
        assertThat(copies.keySet()).isSubsetOf(all);
    }

    private static long open() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Mail.count("state in (?1, ?2)", MailState.QUEUED, MailState.SENDING));
    }

    private Process node(String name) throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Djakarta.mail.util.StreamProvider=org.eclipse.angus.mail.util.MailStreamProvider",
                "-jar",
                Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath().toString());
        var folder = Files.createDirectories(DATA.resolve(name));
        builder.directory(folder.toFile());
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("log").toFile());
        var pool = database.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
        builder.environment()
                .putAll(Map.of(
                        "DEMARCHE_DATABASE", "postgresql",
                        "QUARKUS_DATASOURCE_JDBC_URL", pool.jdbcUrl(),
                        "QUARKUS_DATASOURCE_USERNAME", "postgres",
                        "QUARKUS_DATASOURCE_PASSWORD", "postgres",
                        "DEMARCHE_DATA_DIR", DATA.toString(),
                        "DEMARCHE_SMTP_URL", "smtp://127.0.0.1:" + server.port(),
                        "DEMARCHE_MAIL_FROM", "letters@example.org",
                        "DEMARCHE_MAIL_DEADLINE", "5s",
                        "DEMARCHE_MAIL_LEASE", "10s",
                        "QUARKUS_HTTP_PORT", Integer.toString(port)));
        var process = builder.start();
        while (!isReady(port)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("a node did not start: see " + folder.resolve("log"));
            }
            pause(100);
        }
        return process;
    }

    private static boolean isReady(int port) {
        try {
            var asked = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/q/health/ready")
                    .toURL()
                    .openConnection();
            return asked.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Message mail(Purpose purpose) {
        return Message.of(purpose, SCOPE, UUID.randomUUID().toString())
                .to(new EmailAddress("to-" + UUID.randomUUID() + "@example.org"))
                .saying("A letter", "Text");
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
