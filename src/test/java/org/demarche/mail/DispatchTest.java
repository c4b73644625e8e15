package org.demarche.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.demarche.common.EmailAddress;
import org.demarche.mail.smtp.Relay;
import org.demarche.mail.smtp.RelayAddress;
import org.demarche.mail.smtp.ScriptedSmtp;
import org.demarche.privacy.Scopes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithRelay.class)
class DispatchTest {

    static final String SCOPE = "campaign:dispatch-test";
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Duration SOON = Duration.ofSeconds(15);

    @Inject
    Outbox outbox;

    @Inject
    MailDesk desk;

    @Inject
    Scopes scopes;

    @Inject
    Claims claims;

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

    @Test
    void queuedMailIsAcceptedAndItsFeatureHears() {
        var id = queue(mail(Purpose.CONFIRMATION, "kim"));
        becomes(id, MailState.ACCEPTED);
        assertThat(answered.of(id)).containsExactly(MailState.ACCEPTED);
        assertThat(server.to("kim@example.org")).hasSize(1);
        assertThat(find(id).attempts).isEqualTo(1);
        assertThat(find(id).lastAnswer).startsWith("250 2.0.0");
    }

    @Test
    void greylistedMailIsTriedAgainAfterTheNamedWait() {
        recipientsGet("451 4.7.1 greylisted, try again in 300 seconds");
        var id = queue(mail(Purpose.CONFIRMATION, "grey"));
        until(id, mail -> mail.attempts == 1);
        assertThat(find(id).state).isEqualTo(MailState.QUEUED);
        assertThat(find(id).dueAt).isBetween(in(300), in(302));
        server.play(new ScriptedSmtp.Script() {});
        clock.advance(Duration.ofSeconds(302));
        becomes(id, MailState.ACCEPTED);
    }

    @Test
    void temporaryRefusalsEndAfterFourDaysWhereTheyAreSeen() {
        recipientsGet("452 4.2.2 mailbox full");
        var id = queue(mail(Purpose.NOTICE, "full"));
        until(id, mail -> mail.attempts == 1);
        assertThat(find(id).dueAt).isBetween(in(48), in(72));
        clock.advance(Duration.ofDays(4).plusHours(1));
        becomes(id, MailState.SOFT_BOUNCED);
        assertThat(outbox.isSuppressed(address("full"))).isFalse();
    }

    @Test
    void unknownMailboxBouncesAndIsNotMailedAgain() {
        recipientsGet("550 5.1.1 <gone@example.org> no such user");
        var id = queue(mail(Purpose.CONFIRMATION, "gone"));
        becomes(id, MailState.HARD_BOUNCED);
        assertThat(find(id).lastAnswer).contains("5.1.1").doesNotContain("gone@");
        assertThat(outbox.isSuppressed(address("gone"))).isTrue();
        becomes(queue(mail(Purpose.NEWS, "gone")), MailState.SUPPRESSED);
        assertThat(server.received).noneMatch(r -> r.to().equals("gone@example.org"));
    }

    @Test
    void policyRefusalIsHeldForAPersonAndSilencesNobody() {
        recipientsGet("550 5.7.1 message refused by policy");
        var id = queue(mail(Purpose.NOTICE, "policy"));
        becomes(id, MailState.HELD);
        assertThat(outbox.isSuppressed(address("policy"))).isFalse();
        server.play(new ScriptedSmtp.Script() {});
        desk.retry(id, "ada");
        becomes(id, MailState.ACCEPTED);
    }

    @Test
    void tooLargeIsHeld() {
        contentGets("552 5.3.4 too large");
        becomes(queue(mail(Purpose.NOTICE, "large")), MailState.HELD);
        assertThat(outbox.isSuppressed(address("large"))).isFalse();
    }

    @Test
    void busyRelayBurnsNoAttempt() {
        recipientsGet("421 4.3.2 closing down");
        var id = queue(mail(Purpose.NOTICE, "patient"));
        until(id, mail -> mail.lastAnswer != null && mail.state == MailState.QUEUED);
        assertThat(find(id).attempts).isZero();
        server.play(new ScriptedSmtp.Script() {});
        clock.advance(Duration.ofSeconds(2));
        becomes(id, MailState.ACCEPTED);
    }

    @Test
    void lineDroppedAfterTheContentIsRetriedWithTheSameBytes() {
        contentGets(null);
        var id = queue(
                mail(Purpose.NOTICE, "dropped").attach(new Attachment("a.pdf", "application/pdf", new byte[9_000])));
        until(id, mail -> mail.attempts == 1);
        assertThat(find(id).dueAt).isEqualTo(in(15 * 60));
        server.play(new ScriptedSmtp.Script() {});
        clock.advance(Duration.ofMinutes(16));
        becomes(id, MailState.ACCEPTED);
        var copies = server.to("dropped@example.org");
        assertThat(copies).hasSize(2);
        assertThat(copies.get(1)).isEqualTo(copies.get(0)).contains("Message-ID: <o-" + id + ".");
    }

    @Test
    void letterInDoubtWaitsForAPersonAndIsNotSentTwice() {
        contentGets(null);
        var id = queue(letter("doubt"));
        becomes(id, MailState.UNKNOWN);
        server.play(new ScriptedSmtp.Script() {});
        clock.advance(Duration.ofDays(1));
        becomes(queue(letter("doubt")), MailState.ACCEPTED);
        assertThat(find(id).state).isEqualTo(MailState.UNKNOWN);
        assertThat(server.to("doubt@example.org")).hasSize(2);
    }

    @Test
    void mailOfADeadProcessIsTakenOver() {
        var id = queue(mail(Purpose.NOTICE, "orphan").notBefore(in(3600)));
        alter(id, mail -> mail.leaseTo(UUID.randomUUID(), in(-1)));
        becomes(id, MailState.ACCEPTED);
    }

    @Test
    void mailOfALivingProcessIsLeftToIt() throws InterruptedException {
        var id = queue(mail(Purpose.NOTICE, "leased").notBefore(in(3600)));
        alter(id, mail -> mail.leaseTo(UUID.randomUUID(), in(60)));
        becomes(queue(mail(Purpose.NOTICE, "other")), MailState.ACCEPTED);
        assertThat(find(id).state).isEqualTo(MailState.SENDING);
        assertThat(server.to("leased@example.org")).isEmpty();
    }

    @Test
    void letterOfAProcessThatDiedBeforeTheAnswerIsInDoubt() {
        var id = queue(letter("died").notBefore(in(3600)));
        alter(id, mail -> {
            mail.leaseTo(UUID.randomUUID(), in(-1));
            mail.handedAt = in(-5);
        });
        becomes(id, MailState.UNKNOWN);
        assertThat(server.to("died@example.org")).isEmpty();
    }

    @Test
    void twoDispatchersSendEachMailOnce() throws Exception {
        var relay = new Relay(
                RelayAddress.parse("smtp://127.0.0.1:" + server.port()),
                new Relay.Settings("letters@example.org", 2, SOON, Duration.ofSeconds(1)));
        var other = new DispatchRun(Lane.BULK, claims, answers, relay, 2);
        Thread.ofVirtual().start(other);
        try {
            var ids = new ArrayList<UUID>();
            QuarkusTransaction.requiringNew().run(() -> {
                for (int i = 0; i < 60; i++) {
                    ids.add(outbox.queue(mail(Purpose.NEWS, "two-" + i)));
                }
            });
            ids.forEach(id -> becomes(id, MailState.ACCEPTED));
            for (int i = 0; i < 60; i++) {
                assertThat(server.to("two-" + i + "@example.org")).hasSize(1);
            }
        } finally {
            assertThat(other.stop(SOON)).isTrue();
            relay.close();
        }
    }

    @Test
    void confirmationOvertakesBulk() {
        var gate = new CountDownLatch(1);
        server.play(new ScriptedSmtp.Script() {
            @Override
            public String content(String to, String data) {
                if (to.startsWith("bulk")) {
                    pass(gate);
                }
                return "250 2.0.0 queued";
            }
        });
        var bulk = new ArrayList<UUID>();
        for (int i = 0; i < 20; i++) {
            bulk.add(queue(mail(Purpose.NEWS, "bulk-" + i)));
        }
        await().atMost(SOON).until(() -> server.received.stream().anyMatch(r -> r.to().startsWith("bulk")));
        var before = System.nanoTime();
        becomes(queue(mail(Purpose.CONFIRMATION, "first")), MailState.ACCEPTED);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
        assertThat(bulk).noneMatch(id -> find(id).state == MailState.ACCEPTED);
        gate.countDown();
        bulk.forEach(id -> becomes(id, MailState.ACCEPTED));
    }

    @Test
    void missionGetsNoMoreThanItsLimitInAnyHour() {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 8; i++) {
            ids.add(queue(letter("embassy")));
        }
        accepted(ids, 3);
        clock.advance(Duration.ofMinutes(59));
        settle();
        accepted(ids, 3);
        clock.advance(Duration.ofMinutes(1));
        accepted(ids, 4);
        clock.advance(Duration.ofMinutes(20));
        accepted(ids, 5);
        clock.advance(Duration.ofMinutes(20));
        accepted(ids, 6);
        clock.advance(Duration.ofMinutes(40));
        accepted(ids, 8);
    }

    @Test
    void limitsOfOneMissionDoNotSlowAnother() {
        var first = List.of(queue(letter("slow")), queue(letter("slow")), queue(letter("slow")), queue(letter("slow")));
        accepted(first, 3);
        becomes(queue(letter("quick")), MailState.ACCEPTED);
    }

    @Test
    void cancelledLettersGiveTheirPlacesBack() {
        var reference = UUID.randomUUID();
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 12; i++) {
            ids.add(queue(letter("crowded").reference(reference)));
        }
        accepted(ids, 3);
        await().atMost(SOON)
                .until(() -> ids.stream().filter(id -> find(id).slotAt != null).count() == 9);
        QuarkusTransaction.requiringNew().run(() -> outbox.cancel(reference));
        var next = queue(letter("crowded"));
        until(next, mail -> mail.slotAt != null);
        assertThat(find(next).dueAt).isEqualTo(in(3600));
    }

    @Test
    void quietHoursShiftALetterToTheOpening() {
        clock.set(Instant.parse("2026-09-10T11:30:00Z")); // 20:30 in Tokyo
        var id = queue(letter("asleep"));
        var confirmation = queue(mail(Purpose.CONFIRMATION, "awake"));
        becomes(confirmation, MailState.ACCEPTED);
        until(id, mail -> mail.dueAt.equals(Instant.parse("2026-09-10T23:00:00Z")));
        assertThat(find(id).state).isEqualTo(MailState.QUEUED);
        clock.set(Instant.parse("2026-09-10T23:00:00Z"));
        becomes(id, MailState.ACCEPTED);
    }

    @Test
    void heldMailWaitsForItsRelease() {
        var reference = UUID.randomUUID();
        var id = queue(mail(Purpose.NOTICE, "held").reference(reference).held());
        settle();
        assertThat(find(id).state).isEqualTo(MailState.HELD);
        QuarkusTransaction.requiringNew().run(() -> outbox.release(reference));
        becomes(id, MailState.ACCEPTED);
    }

    @Test
    void whatCannotBeOpenedIsHeldAndStopsNothing() {
        var id = queue(mail(Purpose.NOTICE, "altered").notBefore(in(30)));
        QuarkusTransaction.requiringNew().run(() -> {
            MailContent content = MailContent.findById(id);
            var altered = content.sealed.clone();
            altered[altered.length - 1] ^= 1;
            content.sealed = altered;
        });
        clock.advance(Duration.ofSeconds(30));
        becomes(id, MailState.HELD);
        becomes(queue(mail(Purpose.NOTICE, "next")), MailState.ACCEPTED);
        assertThat(server.to("altered@example.org")).isEmpty();
    }

    @Test
    void erasedPersonsMailIsDestroyedAndNotSent() {
        var person = UUID.randomUUID();
        var id = queue(mail(Purpose.NOTICE, "erased").person(person).notBefore(in(60)));
        assertThat(persons.export(person).toString()).contains("erased@example.org");
        persons.erase(person);
        clock.advance(Duration.ofMinutes(2));
        becomes(queue(mail(Purpose.NOTICE, "after")), MailState.ACCEPTED);
        var row = find(id);
        assertThat(row.state).isEqualTo(MailState.CANCELLED);
        assertThat(row.sealedRecipient).isNull();
        assertThat(row.sealedSubject).isNull();
        assertThat(row.recipientIndex).isNull();
        assertThat(QuarkusTransaction.requiringNew().call(() -> MailContent.count("mail", id)))
                .isZero();
        assertThat(server.to("erased@example.org")).isEmpty();
    }

    private static Message mail(Purpose purpose, String who) {
        return Message.of(purpose, SCOPE, UUID.randomUUID().toString())
                .to(address(who))
                .saying("Hello", "Hello from the test.");
    }

    private static Message letter(String mission) {
        return mail(Purpose.MISSION_LETTER, mission).zone(TOKYO);
    }

    private static EmailAddress address(String who) {
        return new EmailAddress(who + "@example.org");
    }

    private UUID queue(Message message) {
        return QuarkusTransaction.requiringNew().call(() -> outbox.queue(message));
    }

    private Mail find(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Mail.findById(id));
    }

    private void alter(UUID id, Consumer<Mail> change) {
        QuarkusTransaction.requiringNew().run(() -> change.accept(Mail.findById(id)));
    }

    private Instant in(int seconds) {
        return clock.instant().plusSeconds(seconds);
    }

    void becomes(UUID id, MailState state) {
        until(id, mail -> mail.state == state);
    }

    private void until(UUID id, Predicate<Mail> condition) {
        await().atMost(SOON).until(() -> find(id), condition);
    }

    private void accepted(List<UUID> ids, int expected) {
        await().atMost(SOON)
                .until(
                        () -> ids.stream()
                                .filter(id -> find(id).state == MailState.ACCEPTED)
                                .count(),
                        n -> n == expected);
    }

    /** Long enough for two polls. */
    private static void settle() {
        try {
            Thread.sleep(2_200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void recipientsGet(String reply) {
        server.play(new ScriptedSmtp.Script() {
            @Override
            public String recipient(String to) {
                return reply;
            }
        });
    }

    private void contentGets(String reply) {
        server.play(new ScriptedSmtp.Script() {
            @Override
            public String content(String to, String data) {
                return reply;
            }
        });
    }
}
