package org.demarche.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.demarche.common.EmailAddress;
import org.demarche.mail.smtp.Envelope;
import org.demarche.mail.smtp.Outcome;
import org.demarche.mail.smtp.Relay;
import org.demarche.mail.wire.MailServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is rendered goes to a real mail server and is read back there. */
@QuarkusTest
class RenderingTest {

    private static final Set<String> EXPECTED = Set.of(
            "Auto-Submitted",
            "Content-Type",
            "Date",
            "From",
            "MIME-Version",
            "Message-ID",
            "Received",
            "Return-Path",
            "Subject",
            "To");

    @Inject
    Rendering rendering;

    @Inject
    MailConfig config;

    @Inject
    Marks marks;

    @Inject
    Signing signing;

    @Inject
    @Any
    Instance<SenderName> names;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Relay relay;

    @BeforeEach
    void start() {
        server.start();
        relay = new Relay(
                MailServer.relay("smtp://127.0.0.1:" + server.getSmtp().getPort()),
                new Relay.Settings("letters@example.org", 1, Duration.ofSeconds(20), Duration.ofSeconds(1)));
    }

    @AfterEach
    void stop() {
        relay.close();
        server.stop();
    }

    @Test
    void textComesBeforeHtmlAndFilesAfterBoth() throws Exception {
        var id = UUID.randomUUID();
        var mail = delivered(
                id,
                message()
                        .saying("署名の確認をお願いします", "こんにちは。\n一行目\n.\n" + "長".repeat(900))
                        .html("<p>こんにちは。</p>")
                        .attach(new Attachment("手紙.pdf", "application/pdf", new byte[] {1, 2, 3, 13, 10, 46, 13, 10}))
                        .replyTo(new EmailAddress("answers@example.org")));
        assertThat(mail.getSubject()).isEqualTo("署名の確認をお願いします");
        assertThat(mail.getMessageID()).matches("<o-" + id + "\\.[0-9a-f]{8}@localhost>");
        assertThat(mail.getReplyTo()[0].toString()).isEqualTo("answers@example.org");
        assertThat(mail.getSentDate()).isEqualTo("2026-09-10T03:00:00Z");
        var mixed = (MimeMultipart) mail.getContent();
        assertThat(mixed.getContentType()).startsWith("multipart/mixed");
        var alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(alternative.getContentType()).startsWith("multipart/alternative");
        assertThat((String) alternative.getBodyPart(0).getContent()).startsWith("こんにちは。\r\n一行目\r\n.\r\n長長");
        assertThat(alternative.getBodyPart(1).isMimeType("text/html")).isTrue();
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("手紙.pdf");
        assertThat(mixed.getBodyPart(1).getInputStream().readAllBytes()).containsExactly(1, 2, 3, 13, 10, 46, 13, 10);
    }

    @Test
    void fromIsTheOrganisationNeverTheSupporter() throws Exception {
        var mail = delivered(UUID.randomUUID(), message());
        assertThat(mail.getFrom()[0].toString()).isEqualTo("Life Funds for North Korean Refugees <letters@localhost>");
    }

    @Test
    void answersGoWhereTheHouseWantsThem() throws Exception {
        rendering = new Rendering(answeredAt("office@example.org"), marks, signing, names);
        var mail = delivered(UUID.randomUUID(), message());
        assertThat(mail.getHeader("Reply-To")).containsExactly("office@example.org");
        assertThat(mail.getFrom()[0].toString()).endsWith("<letters@localhost>");
    }

    @Test
    void aHouseWhoseAnswersWouldGoNowhereDoesNotStart() {
        assertThatThrownBy(() -> new Rendering(answeredAt("office"), marks, signing, names))
                .hasMessage("DEMARCHE_MAIL_REPLY_TO must be an address.");
    }

    private MailConfig answeredAt(String address) {
        return (MailConfig) Proxy.newProxyInstance(
                MailConfig.class.getClassLoader(),
                new Class<?>[] {MailConfig.class},
                (proxy, asked, arguments) ->
                        asked.getName().equals("mailReplyTo") ? Optional.of(address) : asked.invoke(config, arguments));
    }

    @Test
    void lettersToMissionsDoNotCallThemselvesAutomatic() throws Exception {
        var letter = Message.of(Purpose.MISSION_LETTER, "campaign:x", "k")
                .to(new EmailAddress("m@example.org"))
                .saying("s", "t");
        assertThat(delivered(UUID.randomUUID(), letter).getHeader("Auto-Submitted"))
                .isNull();
    }

    @Test
    void newsEndsWithOneClick() throws Exception {
        var mail =
                delivered(UUID.randomUUID(), message().unsubscribe(URI.create("https://example.org/unsubscribe/abc")));
        assertThat(mail.getHeader("List-Unsubscribe", null)).isEqualTo("<https://example.org/unsubscribe/abc>");
        assertThat(mail.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n",
                "\n",
                "\r",
                "\u2028",
                "\u2029",
                "\u0000",
                "\u0085",
                "\r\n ",
                "\r\n\r\n",
                "=?utf-8?q?=0D=0A?="
            })
    void noTextAddsAHeader(String smuggled) throws Exception {
        var evil = "Kim" + smuggled + "Bcc: everyone@example.org";
        var mail = delivered(
                UUID.randomUUID(),
                message()
                        .to(new EmailAddress("kim@example.org"), evil)
                        .saying(evil, "text")
                        .attach(new Attachment(evil + ".pdf", "application/pdf", new byte[] {1}))
                        .attach(new Attachment("b.pdf", "application/pdf" + smuggled + "X-Evil: 1", new byte[] {1})));
        assertThat(names(mail)).isEqualTo(new TreeSet<>(EXPECTED));
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("Bcc")).isNull();
        var parts = (MimeMultipart) mail.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            assertThat(Collections.list(parts.getBodyPart(i).getAllHeaders()).stream()
                            .map(Header::getName)
                            .toList())
                    .isSubsetOf(List.of("Content-Type", "Content-Transfer-Encoding", "Content-Disposition"));
        }
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    private static Message message() {
        return Message.of(Purpose.CONFIRMATION, "campaign:x", "k")
                .to(new EmailAddress("kim@example.org"), "Kim")
                .saying("Hello", "Hello");
    }

    private MimeMessage delivered(UUID id, Message message) throws Exception {
        var bytes = rendering.bytes(id, message, Instant.parse("2026-09-10T03:00:00Z"));
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1).replace("\r\n", ""))
                .doesNotContain("\n", "\r");
        try (var turn = relay.turn(true)) {
            assertThat(turn.send(new Envelope(message.to().address().value(), bytes, () -> {})))
                    .isInstanceOf(Outcome.Accepted.class);
        }
        assertThat(server.waitForIncomingEmail(5_000, 1)).isTrue();
        return server.getReceivedMessages()[0];
    }

    private static Set<String> names(MimeMessage mail) throws Exception {
        return Collections.list(mail.getAllHeaders()).stream()
                .map(Header::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
