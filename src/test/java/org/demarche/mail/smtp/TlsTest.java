package org.demarche.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.demarche.mail.wire.MailServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Neither a mail nor a password travels in the clear beyond this machine, and nobody unknown gets them at all. */
@Tag("quick")
class TlsTest {

    private final ScriptedSmtp server = new ScriptedSmtp();

    @AfterEach
    void close() {
        server.close();
    }

    /** The address is no loopback address by its looks, and reaches this machine all the same. */
    @Test
    void aRelayElsewhereThatOffersNoTlsGetsNothing() throws Exception {
        assertThat(send("smtp://kim:secret@0.0.0.0:" + server.port())).isInstanceOf(Outcome.RelayDown.class);
        assertThat(server.connections).hasValue(1);
        assertThat(server.lines).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
    }

    @Test
    void aRelayThatOffersTlsAndCannotSpeakItGetsNothing() throws Exception {
        server.play(new ScriptedSmtp.Script() {
            @Override
            public String hello() {
                return "250-scripted\r\n250 STARTTLS";
            }
        });
        assertThat(send("smtp://kim:secret@127.0.0.1:" + server.port())).isInstanceOf(Outcome.RelayDown.class);
        assertThat(server.lines)
                .contains("STARTTLS")
                .noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
    }

    @Test
    void aPlainServerBehindSmtpsGetsNothing() throws Exception {
        assertThat(send("smtps://kim:secret@127.0.0.1:" + server.port())).isInstanceOf(Outcome.RelayDown.class);
        assertThat(server.lines).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        var setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS);
        setup.setServerStartupTimeout(20_000);
        var greenMail = new GreenMail(setup);
        greenMail.start();
        try {
            var outcome =
                    send("smtps://kim:secret@127.0.0.1:" + greenMail.getSmtps().getPort());
            assertThat(outcome).isInstanceOf(Outcome.RelayDown.class);
            assertThat(outcome.answer()).containsIgnoringCase("certif");
            assertThat(greenMail.getReceivedMessages()).isEmpty();
        } finally {
            greenMail.stop();
        }
    }

    private static Outcome send(String url) throws InterruptedException {
        var relay = new Relay(
                MailServer.relay(url),
                new Relay.Settings("letters@example.org", 1, Duration.ofSeconds(5), Duration.ofSeconds(1)));
        try (var turn = relay.turn(false)) {
            return turn.send(new Envelope(
                    "kim@example.org", "Subject: x\r\n\r\nx\r\n".getBytes(StandardCharsets.US_ASCII), () -> {}));
        } finally {
            relay.close();
        }
    }
}
