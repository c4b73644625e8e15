package org.demarche.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.demarche.mail.wire.MailServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is used of a relay's extensions, and only where it offers them. */
@Tag("quick")
class ExtensionsTest {

    private final ScriptedSmtp server = new ScriptedSmtp();
    private Relay relay = relay("smtp://localhost:" + server.port());

    @AfterEach
    void close() {
        relay.close();
        server.close();
    }

    @Test
    void tooLargeForTheRelayIsNotEvenTried() throws Exception {
        server.play(offering("250-scripted\r\n250 SIZE 10"));
        assertThat(send("kim@example.org"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.status()).isEqualTo("5.3.4"));
        assertThat(server.lines).noneMatch(line -> line.startsWith("MAIL"));
    }

    @Test
    void failureIsReportedToTheMailsOwnAddressAndById() throws Exception {
        server.play(offering("250-scripted\r\n250 DSN"));
        send(new Envelope("b+o-1@example.org", "kim@example.org", "o-1", hello(), () -> {}));
        assertThat(server.lines)
                .anyMatch(line -> line.startsWith("MAIL FROM:<b+o-1@example.org>")
                        && line.contains("RET=HDRS")
                        && line.contains("ENVID=o-1"))
                .contains("RCPT TO:<kim@example.org> NOTIFY=FAILURE,DELAY");
    }

    @Test
    void aRelayThatReportsNothingIsNotAskedTo() throws Exception {
        send(new Envelope("b+o-1@example.org", "kim@example.org", "o-1", hello(), () -> {}));
        assertThat(server.lines).contains("MAIL FROM:<b+o-1@example.org>", "RCPT TO:<kim@example.org>");
    }

    @Test
    void accountIsDecodedForTheRelay() throws Exception {
        server.play(offering("250-scripted\r\n250 AUTH PLAIN"));
        relay.close();
        relay = relay("smtp://letters%40example.org:p%3Aa+ss%2F@localhost:" + server.port());
        send("kim@example.org");
        var auth = server.lines.stream()
                .filter(l -> l.startsWith("AUTH PLAIN "))
                .findFirst()
                .orElseThrow();
        assertThat(new String(Base64.getDecoder().decode(auth.substring(11)), StandardCharsets.UTF_8))
                .isEqualTo("letters@example.org\u0000letters@example.org\u0000p:a+ss/");
    }

    @Test
    void anAddressOutsideAsciiGoesOnlyWhereItIsTaken() throws Exception {
        assertThat(send("jos\u00e9@example.org"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.answer()).contains("outside ASCII"));
        assertThat(server.lines).noneMatch(line -> line.startsWith("MAIL"));
        server.play(offering("250-scripted\r\n250 SMTPUTF8"));
        assertThat(send("jos\u00e9@example.org")).isInstanceOf(Outcome.Accepted.class);
        assertThat(server.lines).anyMatch(line -> line.startsWith("MAIL") && line.endsWith("SMTPUTF8"));
        assertThat(server.received.getLast().to())
                .isEqualTo(new String(
                        "jos\u00e9@example.org".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    @Test
    void othersDoNotAskForIt() throws Exception {
        server.play(offering("250-scripted\r\n250 SMTPUTF8"));
        assertThat(send("kim@example.org")).isInstanceOf(Outcome.Accepted.class);
        assertThat(server.lines).noneMatch(line -> line.contains("SMTPUTF8"));
    }

    @Test
    void noAddressEndsTheCommand() {
        for (var evil :
                java.util.List.of("kim@example.org>\r\nRCPT TO:<all@example.org", "a b@example.org", "a\u0000@x.org")) {
            assertThatThrownBy(() -> send(evil)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(server.connections).hasValue(0);
    }

    private static ScriptedSmtp.Script offering(String hello) {
        return new ScriptedSmtp.Script() {
            @Override
            public String hello() {
                return hello;
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
        return new Relay(
                MailServer.relay(url),
                new Relay.Settings("letters@example.org", 2, Duration.ofSeconds(20), Duration.ofSeconds(10)));
    }
}
