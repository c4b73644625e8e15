package org.demarche.mail;

import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.demarche.common.EmailAddress;
import org.demarche.mail.smtp.ScriptedSmtp;
import org.demarche.privacy.Scopes;
import org.junit.jupiter.api.BeforeEach;

/** A dispatcher, a scripted relay and a clock that a test moves; what both groups of promises need. */
abstract class Dispatching {

    static final String SCOPE = "campaign:dispatch-test";
    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    static final Duration SOON = Duration.ofSeconds(15);

    @Inject
    Outbox outbox;

    @Inject
    MailDesk desk;

    @Inject
    Scopes scopes;

    @Inject
    Claims claims;

    @Inject
    Opening opening;

    @Inject
    Answers answers;

    @Inject
    MovableClock clock;

    @Inject
    Answered answered;

    @Inject
    MailedPersons persons;

    ScriptedSmtp server;

    @BeforeEach
    void noonInTokyo() {
        server.play(new ScriptedSmtp.Script() {});
        clock.set(Instant.parse("2026-09-10T03:00:00Z"));
        scopes.create(SCOPE);
        QuarkusTransaction.requiringNew()
                .run(() -> Mail.update("state = ?1 where state = ?2", MailState.CANCELLED, MailState.QUEUED));
    }

    static Message mail(Purpose purpose, String who) {
        return Message.of(purpose, SCOPE, UUID.randomUUID().toString())
                .to(address(who))
                .saying("Hello", "Hello from the test.");
    }

    static Message letter(String mission) {
        return mail(Purpose.MISSION_LETTER, mission).zone(TOKYO);
    }

    static EmailAddress address(String who) {
        return new EmailAddress(who + "@example.org");
    }

    UUID queue(Message message) {
        return QuarkusTransaction.requiringNew().call(() -> outbox.queue(message));
    }

    Mail find(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Mail.findById(id));
    }

    void alter(UUID id, Consumer<Mail> change) {
        QuarkusTransaction.requiringNew().run(() -> change.accept(Mail.findById(id)));
    }

    Instant in(int seconds) {
        return clock.instant().plusSeconds(seconds);
    }

    void becomes(UUID id, MailState state) {
        until(id, mail -> mail.state == state);
    }

    void until(UUID id, Predicate<Mail> condition) {
        await().atMost(SOON).until(() -> find(id), condition);
    }

    void accepted(List<UUID> ids, int expected) {
        await().atMost(SOON)
                .until(
                        () -> ids.stream()
                                .filter(id -> find(id).state == MailState.ACCEPTED)
                                .count(),
                        n -> n == expected);
    }

    /** Long enough for two polls. */
    static void settle() {
        try {
            Thread.sleep(2_200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void pass(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void recipientsGet(String reply) {
        server.play(new ScriptedSmtp.Script() {
            @Override
            public String recipient(String to) {
                return reply;
            }
        });
    }

    void contentGets(String reply) {
        server.play(new ScriptedSmtp.Script() {
            @Override
            public String content(String to, String data) {
                return reply;
            }
        });
    }
}
