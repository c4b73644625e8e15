package org.demarche.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.demarche.mail.smtp.Relay;
import org.demarche.mail.smtp.ScriptedSmtp;
import org.demarche.mail.wire.MailServer;
import org.demarche.switches.OffSwitch;
import org.demarche.switches.Switching;
import org.junit.jupiter.api.Test;

/** Who sends which mail, and when: leases, lanes, limits, quiet hours. */
abstract class TurnPromises extends Dispatching {

    @Inject
    Switching switching;

    @Test
    void mailOfADeadProcessIsTakenOver() {
        var id = queue(mail(Purpose.NOTICE, "orphan").notBefore(in(3600)));
        alter(id, mail -> mail.leaseTo(UUID.randomUUID(), in(-1)));
        becomes(id, MailState.ACCEPTED);
    }

    @Test
    void mailOfALivingProcessIsLeftToIt() throws InterruptedException {
        var id = queue(mail(Purpose.NOTICE, "leased").notBefore(in(3600)));
        // Longer than any test moves the clock: a claim that is just being made may still know the time of the last
        // one.
        alter(id, mail -> mail.leaseTo(UUID.randomUUID(), in(2 * 86_400)));
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
                MailServer.relay("smtp://127.0.0.1:" + server.port()),
                new Relay.Settings("letters@example.org", 2, SOON, Duration.ofSeconds(1)));
        var other = new DispatchRun(Lane.BULK, claims, opening, answers, relay, 2);
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

    /** Twenty hours of a mission with three an hour, two dispatchers, and a clock that moves by ten minutes. */
    @Test
    void twoDispatchersKeepTheLimitOfAMissionTogetherAndUseIt() throws Exception {
        var relay = new Relay(
                MailServer.relay("smtp://127.0.0.1:" + server.port()),
                new Relay.Settings("letters@example.org", 2, SOON, Duration.ofSeconds(1)));
        var other = new DispatchRun(Lane.BULK, claims, opening, answers, relay, 2);
        Thread.ofVirtual().start(other);
        clock.set(Instant.parse("2026-09-09T23:00:00Z")); // 8:00 in Tokyo
        try {
            var ids = new ArrayList<UUID>();
            for (int i = 0; i < 40; i++) {
                ids.add(queue(letter("two-nodes")));
            }
            accepted(ids, 3);
            for (int hour = 1; hour < 12; hour++) {
                for (int i = 0; i < 6; i++) {
                    clock.advance(Duration.ofMinutes(10));
                    other.ring();
                    Thread.sleep(i == 5 ? 300 : 150);
                }
                // The first three at once, then one every twenty minutes.
                accepted(ids, 3 * hour + 1);
            }
            var sent = ids.stream()
                    .map(this::find)
                    .filter(mail -> mail.state == MailState.ACCEPTED)
                    .map(mail -> mail.answeredAt)
                    .sorted()
                    .toList();
            for (int i = 3; i < sent.size(); i++) {
                assertThat(Duration.between(sent.get(i - 3), sent.get(i))).isGreaterThanOrEqualTo(Duration.ofHours(1));
            }
            assertThat(server.to("two-nodes@example.org")).hasSize(sent.size());
        } finally {
            assertThat(other.stop(SOON)).isTrue();
            relay.close();
        }
    }

    @Test
    void clockThatJumpsSendsNoLetterAtNightAndNoneTwice() throws Exception {
        clock.set(Instant.parse("2026-09-10T09:30:00Z")); // 18:30 in Tokyo
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 5; i++) {
            ids.add(queue(letter("jumping")));
        }
        accepted(ids, 3);
        clock.advance(Duration.ofHours(2)); // 20:30
        settle();
        accepted(ids, 3);
        clock.advance(Duration.ofHours(-2));
        settle();
        accepted(ids, 3);
        clock.set(Instant.parse("2026-09-10T23:00:00Z"));
        accepted(ids, 5);
        assertThat(server.to("jumping@example.org")).hasSize(5);
    }

    @Test
    void whileTheMailIsDrainedNothingLeavesAndNothingIsLost() throws InterruptedException {
        switching.on(OffSwitch.DRAIN_MAIL, "kim");
        UUID id;
        try {
            id = queue(mail(Purpose.CONFIRMATION, "drained"));
            Thread.sleep(Duration.ofSeconds(2));
            assertThat(find(id).state).isEqualTo(MailState.QUEUED);
            assertThat(server.to("drained@example.org")).isEmpty();
        } finally {
            switching.off(OffSwitch.DRAIN_MAIL, "kim");
        }
        becomes(id, MailState.ACCEPTED);
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
}
