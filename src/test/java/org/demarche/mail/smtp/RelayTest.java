package org.demarche.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.demarche.mail.wire.MailServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class RelayTest {

    private static final Duration DEADLINE = Duration.ofSeconds(1);

    private final ScriptedSmtp server = new ScriptedSmtp();
    private Relay relay = relay("smtp://localhost:" + server.port());

    @AfterEach
    void close() {
        relay.close();
        server.close();
    }

    @Test
    void oneConnectionServesManyMessages() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(send("kim@example.org")).isInstanceOf(Outcome.Accepted.class);
        }
        assertThat(server.connections).hasValue(1);
        assertThat(server.received).hasSize(5);
    }

    @Test
    void bytesArriveAsTheyWereStored() throws Exception {
        var bytes = "Subject: dots\r\n\r\n.\r\n..two\r\nlast line\r\n";
        send(new Envelope("kim@example.org", bytes.getBytes(StandardCharsets.ISO_8859_1), () -> {}));
        assertThat(server.received.getFirst().data()).isEqualTo(bytes);
    }

    @Test
    void aConnectionTheRelayClosedBetweenTwoMessagesIsReplaced() throws Exception {
        send("kim@example.org");
        server.dropConnections();
        assertThat(send("lee@example.org")).isInstanceOf(Outcome.Accepted.class);
        assertThat(server.connections).hasValue(2);
    }

    @Test
    void busyRelayIsLeftAlone() throws Exception {
        server.play(new ScriptedSmtp.Script() {
            @Override
            public String greeting() {
                return "421 4.3.2 busy";
            }
        });
        assertThat(send("kim@example.org")).isInstanceOf(Outcome.RelayDown.class);
        assertThat(relay.mayTry()).isFalse();
        for (int i = 0; i < 20; i++) {
            assertThat(send("kim@example.org")).isInstanceOf(Outcome.RelayDown.class);
        }
        assertThat(server.connections).hasValue(1);
    }

    @Test
    void relayIsTriedAgainAfterThePauseAndHeals() throws Exception {
        relay.close();
        relay = relay("smtp://localhost:" + server.port(), Duration.ofMillis(200));
        server.play(new ScriptedSmtp.Script() {
            @Override
            public String mail() {
                return "421 4.3.2 closing";
            }
        });
        assertThat(send("kim@example.org")).isInstanceOf(Outcome.RelayDown.class);
        server.play(new ScriptedSmtp.Script() {});
        assertThat(relay.mayTry()).isFalse();
        Thread.sleep(250);
        assertThat(relay.mayTry()).isTrue();
        assertThat(send("kim@example.org")).isInstanceOf(Outcome.Accepted.class);
        assertThat(relay.isDown()).isFalse();
    }

    @Test
    void nobodyListeningMeansTheRelayIsDown() throws Exception {
        server.close();
        assertThat(send("kim@example.org")).isInstanceOf(Outcome.RelayDown.class);
    }

    @Test
    void greylistingNamesItsWait() throws Exception {
        server.play(recipientsGet("451 4.7.1 <kim@example.org>: try again in 300 seconds"));
        assertThat(send("kim@example.org")).isInstanceOfSatisfying(Outcome.TryLater.class, later -> {
            assertThat(later.after()).isEqualTo(Duration.ofSeconds(300));
            assertThat(later.answer()).contains("4.7.1").doesNotContain("kim");
        });
    }

    @Test
    void unknownMailboxIsRefusedWithItsStatus() throws Exception {
        server.play(recipientsGet("550 5.1.1 <kim@example.org>: no such user"));
        assertThat(send("kim@example.org")).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo("5.1.1");
            assertThat(refused.answer()).doesNotContain("kim");
        });
    }

    @Test
    void refusedSenderIsNotTheMailboxsFault() throws Exception {
        server.play(new ScriptedSmtp.Script() {
            @Override
            public String mail() {
                return "550 5.1.1 sender unknown";
            }
        });
        assertThat(send("kim@example.org"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.status()).isEqualTo("5.1.7"));
    }

    @Test
    void silenceAfterTheFinalDotIsUnclear() throws Exception {
        server.play(contentGets(null));
        assertThat(send("kim@example.org")).isInstanceOf(Outcome.Unclear.class);
    }

    @Test
    void silenceBeforeTheContentIsNotUnclear() throws Exception {
        server.play(recipientsGet(null));
        assertThat(send("kim@example.org")).isInstanceOf(Outcome.TryLater.class);
        assertThat(server.received).isEmpty();
    }

    @Test
    void whatCannotBeNotedIsNotSent() throws Exception {
        var outcome = send(new Envelope("kim@example.org", "Subject: x\r\n\r\nx\r\n".getBytes(), () -> {
            throw new IllegalStateException("no database");
        }));
        assertThat(outcome).isInstanceOf(Outcome.TryLater.class);
        // Without the final dot the server has received nothing complete and must not deliver it.
        assertThat(server.lines).doesNotContain("QUIT");
    }

    @Test
    void aDribblingRelayIsCutOff() throws Exception {
        server.play(contentGets("slow 250-this takes ten seconds and never ends in time, whatever we hope"));
        var before = System.nanoTime();
        assertThat(send("kim@example.org")).isInstanceOf(Outcome.Unclear.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(DEADLINE, DEADLINE.multipliedBy(3));
    }

    @Test
    void aDribblingGreetingIsCutOffToo() throws Exception {
        server.play(new ScriptedSmtp.Script() {
            @Override
            public String greeting() {
                return "slow 220 this takes ten seconds and never ends in time, whatever we hope";
            }
        });
        var before = System.nanoTime();
        assertThat(send("kim@example.org")).isInstanceOf(Outcome.RelayDown.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(DEADLINE.multipliedBy(3));
    }

    private static ScriptedSmtp.Script recipientsGet(String reply) {
        return new ScriptedSmtp.Script() {
            @Override
            public String recipient(String to) {
                return reply;
            }
        };
    }

    private static ScriptedSmtp.Script contentGets(String reply) {
        return new ScriptedSmtp.Script() {
            @Override
            public String content(String to, String data) {
                return reply;
            }
        };
    }

    private static byte[] hello() {
        return "Subject: hello\r\n\r\nhello\r\n".getBytes(StandardCharsets.US_ASCII);
    }

    private Outcome send(String to) throws InterruptedException {
        return send(new Envelope(to, hello(), () -> {}));
    }

    private Outcome send(Envelope envelope) throws InterruptedException {
        try (var turn = relay.turn(false)) {
            return turn.send(envelope);
        }
    }

    private static Relay relay(String url) {
        return relay(url, Duration.ofSeconds(10));
    }

    private static Relay relay(String url, Duration pause) {
        return new Relay(MailServer.relay(url), new Relay.Settings("letters@example.org", 2, DEADLINE, pause));
    }
}
