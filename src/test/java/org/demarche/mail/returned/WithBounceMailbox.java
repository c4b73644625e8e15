package org.demarche.mail.returned;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import org.demarche.mail.setup.SmallDns;

/** A real IMAP server with the mailbox that failures are reported to, a name server, and mails signed here. */
public class WithBounceMailbox implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "demarche.databases.h2.url", "jdbc:h2:mem:bounces;DB_CLOSE_DELAY=-1",
                "demarche.mail-from", "letters@example.org",
                "demarche.bounce-address", "bounces@example.org",
                "demarche.imap-poll", "30s",
                "demarche.dkim", "true");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Server.class));
    }

    public static class Server implements QuarkusTestResourceLifecycleManager {

        private GreenMail server;
        private SmallDns dns;

        @Override
        public Map<String, String> start() {
            server = new GreenMail(new ServerSetup[] {
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
            });
            server.start();
            server.setUser("bounces@example.org", "bounces@example.org", "p:w");
            dns = new SmallDns();
            return Map.of(
                    "demarche.dns-server",
                    "dns://127.0.0.1:" + dns.port(),
                    "demarche.imap-url",
                    "imap://bounces%40example.org:p%3Aw@127.0.0.1:"
                            + server.getImap().getPort());
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(server, new TestInjector.MatchesType(GreenMail.class));
            injector.injectIntoFields(dns, new TestInjector.MatchesType(SmallDns.class));
        }

        @Override
        public void stop() {
            server.stop();
            dns.close();
        }
    }
}
