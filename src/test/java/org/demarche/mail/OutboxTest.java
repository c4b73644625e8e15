package org.demarche.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.demarche.common.EmailAddress;
import org.demarche.privacy.Scopes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxTest {

    static final String SCOPE = "campaign:outbox-test";
    static final EmailAddress MARIKO = new EmailAddress("mariko.sato@example.org");

    @Inject
    Outbox outbox;

    @Inject
    MailCounts counts;

    @Inject
    Scopes scopes;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void openScope() {
        scopes.create(SCOPE);
    }

    @Test
    void queuedMailIsKeptWhereNoRelayIsSet() {
        var campaign = "kept-" + UUID.randomUUID();
        queue(message().campaign(campaign));
        assertThat(counts.byState(campaign, Purpose.CONFIRMATION)).isEqualTo(Map.of(MailState.HELD, 1L));
    }

    @Test
    void rollsBackWithTheCaller() {
        var message = message();
        var ids = new UUID[1];
        QuarkusTransaction.begin();
        ids[0] = outbox.queue(message);
        QuarkusTransaction.rollback();
        assertThat(find(ids[0])).isNull();
    }

    @Test
    void refusesToQueueOutsideATransaction() {
        var message = message();
        assertThatThrownBy(() -> outbox.queue(message)).hasMessageContaining("ransaction");
    }

    @Test
    void askingTwiceQueuesOnce() {
        var campaign = "twice-" + UUID.randomUUID();
        var message = message().campaign(campaign);
        var first = queue(message);
        var again = queue(message.to(new EmailAddress("Mariko.Sato@example.org")));
        assertThat(again).isEqualTo(first);
        assertThat(counts.byState(campaign, Purpose.CONFIRMATION)).isEqualTo(Map.of(MailState.HELD, 1L));
    }

    @Test
    void anotherRecipientIsAnotherMail() {
        var message = message();
        assertThat(queue(message)).isNotEqualTo(queue(message.to(new EmailAddress("ken@example.org"))));
    }

    @Test
    void theRowShowsNeitherAddressNorSubject() throws Exception {
        var id = queue(message());
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select m.*, c.sealed from mail m join mail_content c on c.mail = m.id where m.id = ?")) {
            statement.setObject(1, id);
            var row = statement.executeQuery();
            assertThat(row.next()).isTrue();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                assertThat(shown(row.getObject(column)))
                        .doesNotContain("mariko")
                        .doesNotContain("example.org")
                        .doesNotContain("confirm your");
            }
            assertThat(row.getBytes("sealed").length).isGreaterThan(200);
        }
    }

    private static String shown(Object value) throws Exception {
        var text = switch (value) {
            case null -> "";
            case byte[] bytes -> new String(bytes, StandardCharsets.ISO_8859_1);
            case Blob blob -> new String(blob.getBytes(1, (int) blob.length()), StandardCharsets.ISO_8859_1);
            default -> value.toString();
        };
        return text.toLowerCase(Locale.ROOT);
    }

    private static Message message() {
        return Message.of(Purpose.CONFIRMATION, SCOPE, "signature:" + UUID.randomUUID())
                .to(MARIKO, "Mariko Sato")
                .saying("Please confirm your signature", "Open https://example.org/confirm/x");
    }

    private UUID queue(Message message) {
        return QuarkusTransaction.requiringNew().call(() -> outbox.queue(message));
    }

    private Mail find(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Mail.findById(id));
    }
}
