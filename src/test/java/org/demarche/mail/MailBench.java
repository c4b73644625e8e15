package org.demarche.mail;

import com.sun.management.OperatingSystemMXBean;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.demarche.bench.Target;
import org.demarche.common.EmailAddress;
import org.demarche.privacy.Scopes;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** {@code bin/bench mail}: the queue end to end on PostgreSQL. */
@QuarkusTest
@TestProfile(BenchSetting.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MailBench {

    private static final String SCOPE = "campaign:mail-bench";
    private static final int END_TO_END = Integer.parseInt(System.getenv().getOrDefault("BENCH_MAILS", "10000"));
    private static final int QUEUED = Integer.parseInt(System.getenv().getOrDefault("BENCH_QUEUED", "100000"));

    @Inject
    Outbox outbox;

    @Inject
    Claims claims;

    @Inject
    Opening opening;

    @Inject
    Answers answers;

    @Inject
    Scopes scopes;

    @Inject
    Bells bells;

    @Test
    @Order(1)
    void endToEnd() throws Exception {
        // As warm as a node that has sent for a minute.
        queue(Math.max(END_TO_END / 2, 1_000));
        drain(BenchSetting.SINK, 8);
        queue(END_TO_END);
        var speed = END_TO_END / drain(BenchSetting.SINK, 8);
        Target.atLeast("P12", 833, "mails/s end to end").measured(speed);
        queueForms(END_TO_END);
        var forms = END_TO_END / drain(BenchSetting.SINK, 8);
        System.out.printf("%d form letters end to end: %.0f/s%n", END_TO_END, forms);
        try (var far = new FarAway(BenchSetting.SINK, Duration.ofMillis(10))) {
            var theirs = BenchSetting.source(far.port(), 32, 3_000, 6_000);
            queue(END_TO_END / 2);
            var ours = END_TO_END / 2 / drain(far.port(), 32);
            System.out.printf("20 ms, 32 connections: %.0f/s, smtp-source %.0f/s%n", ours, theirs);
            Target.atLeast("P12", 0.9, "of smtp-source at 20 ms, 32 connections")
                    .measured(ours / theirs);
        }
    }

    @Test
    @Order(2)
    void queueing() {
        var before = System.nanoTime();
        queueForms(QUEUED);
        Target.atMost("P13", 30, "s for " + QUEUED).measured((System.nanoTime() - before) / 1e9);
        System.out.println("largest heap " + Runtime.getRuntime().maxMemory() / 1_000_000 + " MB");
    }

    @Test
    @Order(3)
    void confirmationBehindTheQueue() throws Exception {
        var relay = BenchSetting.relay(BenchSetting.SINK, 4);
        var bulk = new DispatchRun(Lane.BULK, claims, opening, answers, relay, 4);
        var prompt = new DispatchRun(Lane.PROMPT, claims, opening, answers, relay, 4);
        Thread.ofVirtual().start(bulk);
        Thread.ofVirtual().start(prompt);
        bells.ring(Lane.PROMPT, prompt::ring);
        Thread.sleep(2_000);
        var waits = new long[200];
        for (int i = 0; i < waits.length; i++) {
            var id = QuarkusTransaction.requiringNew().call(() -> outbox.queue(mail(Purpose.CONFIRMATION)));
            var committed = System.nanoTime();
            waits[i] = bells.acceptedAt(id) - committed;
            Thread.sleep(20);
        }
        Arrays.sort(waits);
        var left = waiting();
        System.out.printf(
                "p50 %d ms, p99 %d ms, %d letters still queued%n",
                waits[100] / 1_000_000, waits[197] / 1_000_000, left);
        Target.atMost("P14", 2, "s p99 behind " + QUEUED + " letters").measured(waits[197] / 1e9);
        bulk.stop(Duration.ofSeconds(60));
        prompt.stop(Duration.ofSeconds(60));
        relay.close();
    }

    /** In transactions of 500, as a list is worked through. */
    private void queue(int mails) {
        scopes.create(SCOPE);
        for (int from = 0; from < mails; from += 500) {
            int now = Math.min(500, mails - from);
            QuarkusTransaction.requiringNew().run(() -> {
                for (int i = 0; i < now; i++) {
                    outbox.queue(mail(Purpose.NEWS));
                }
            });
        }
    }

    /** As news to all signers of a campaign: words once, and what is each one's own. */
    private void queueForms(int mails) {
        scopes.create(SCOPE);
        var form =
                new FormLetter("What happened since", TEXT + "\r\n" + FormLetter.blank(FormLetter.UNSUBSCRIBE), null);
        for (int from = 0; from < mails; from += 500) {
            int now = Math.min(500, mails - from);
            QuarkusTransaction.requiringNew()
                    .run(() -> outbox.queueAll(IntStream.range(0, now)
                            .mapToObj(i -> mail(Purpose.NEWS)
                                    .filling(
                                            form,
                                            Map.of(
                                                    FormLetter.UNSUBSCRIBE,
                                                    "https://example.org/unsubscribe/" + UUID.randomUUID())))
                            .toList()));
        }
    }

    /** Seconds until nothing is queued any more. */
    private double drain(int port, int connections) throws InterruptedException {
        var relay = BenchSetting.relay(port, connections);
        var run = new DispatchRun(Lane.BULK, claims, opening, answers, relay, connections);
        var mails = waiting();
        var before = System.nanoTime();
        var cpu = ownCpu();
        Thread.ofVirtual().start(run);
        while (waiting() > 0) {
            Thread.sleep(200);
        }
        var seconds = (System.nanoTime() - before) / 1e9;
        System.out.printf("%d mails end to end: %.2f ms of our own CPU each%n", mails, (ownCpu() - cpu) / 1e6 / mails);
        run.stop(Duration.ofSeconds(60));
        relay.close();
        return seconds;
    }

    private static long ownCpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long waiting() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Mail.count("state in (?1, ?2)", MailState.QUEUED, MailState.SENDING));
    }

    private static Message mail(Purpose purpose) {
        return Message.of(purpose, SCOPE, UUID.randomUUID().toString())
                .to(new EmailAddress("b-" + UUID.randomUUID() + "@example.org"))
                .saying("What happened since", TEXT);
    }

    private static final String TEXT = new String(BenchSetting.bytes(5_500), StandardCharsets.US_ASCII);
}
