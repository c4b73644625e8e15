package org.demarche.mail;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.mail.smtp.ScriptedSmtp;

/** A relay that answers as a test wants, and a clock that a test moves. */
public class WithRelay implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(MovableClock.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "demarche.mail-from", "letters@example.org",
                "demarche.mail-connections", "2",
                "demarche.mission-per-hour", "3",
                "demarche.mail-deadline", "20s",
                "demarche.mail-relay-pause", "1s",
                // One database to itself: other tests leave mails due.
                "demarche.databases.h2.url", "jdbc:h2:mem:with-relay;DB_CLOSE_DELAY=-1");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Server.class));
    }

    public static class Server implements QuarkusTestResourceLifecycleManager {

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
}
