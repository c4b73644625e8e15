package org.demarche.mail;

import com.sun.management.OperatingSystemMXBean;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.demarche.bench.Target;
import org.demarche.common.EmailAddress;
import org.demarche.mail.smtp.Envelope;
import org.demarche.mail.smtp.Outcome;
import org.demarche.mail.smtp.Relay;
import org.demarche.mail.wire.MailServer;
import org.demarche.privacy.Scopes;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** {@code bin/bench mail}: sending beside Postfix's smtp-source, and the queue end to end on PostgreSQL. */
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
    Answers answers;

    @Inject
    Scopes scopes;

    @Inject
    Bells bells;

    @Test
    @Order(1)
    void sendingBesideSmtpSource() throws Exception {
        for (int size : new int[] {6_000, 90_000}) {
            int messages = size > 10_000 ? 6_000 : 30_000;
            client(size, messages / 3);
            var ours = client(size, messages);
            var theirs = source(BenchSetting.SINK, 8, messages, size);
            ours = Math.max(ours, client(size, messages));
            System.out.printf("%d bytes, 8 connections: %.0f/s, smtp-source %.0f/s%n", size, ours, theirs);
            Target.atLeast("P11", size > 10_000 ? 0.5 : 0.4, "of smtp-source at " + size + " bytes")
                    .measured(ours / theirs);
        }
    }

    @Test
    @Order(2)
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
            var theirs = source(far.port(), 32, 3_000, 6_000);
            queue(END_TO_END / 2);
            var ours = END_TO_END / 2 / drain(far.port(), 32);
            System.out.printf("20 ms, 32 connections: %.0f/s, smtp-source %.0f/s%n", ours, theirs);
            Target.atLeast("P12", 0.9, "of smtp-source at 20 ms, 32 connections")
                    .measured(ours / theirs);
        }
    }

    @Test
    @Order(3)
    void queueing() {
        var before = System.nanoTime();
        queueForms(QUEUED);
        Target.atMost("P13", 30, "s for " + QUEUED).measured((System.nanoTime() - before) / 1e9);
        System.out.println("largest heap " + Runtime.getRuntime().maxMemory() / 1_000_000 + " MB");
    }

    @Test
    @Order(4)
    void confirmationBehindTheQueue() throws Exception {
        var relay = relay(BenchSetting.SINK, 4);
        var bulk = new DispatchRun(Lane.BULK, claims, answers, relay, 4);
        var prompt = new DispatchRun(Lane.PROMPT, claims, answers, relay, 4);
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

    private static double client(int size, int messages) throws InterruptedException {
        var relay = relay(BenchSetting.SINK, 8);
        var bytes = bytes(size);
        var next = new AtomicInteger();
        var failed = new AtomicInteger();
        var done = new CountDownLatch(8);
        var before = System.nanoTime();
        for (int i = 0; i < 8; i++) {
            Thread.ofPlatform().start(() -> {
                while (next.getAndIncrement() < messages) {
                    try (var turn = relay.turn(true)) {
                        if (!(turn.send(new Envelope("b@example.org", bytes, () -> {})) instanceof Outcome.Accepted)) {
                            failed.incrementAndGet();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
                done.countDown();
            });
        }
        done.await();
        var seconds = (System.nanoTime() - before) / 1e9;
        relay.close();
        if (failed.get() > 0) {
            throw new IllegalStateException(failed + " failed");
        }
        return messages / seconds;
    }

    private static double source(int port, int sessions, int messages, int size)
            throws IOException, InterruptedException {
        var before = System.nanoTime();
        var process = new ProcessBuilder(
                        BenchSetting.tool("smtp-source"),
                        "-d",
                        "-s",
                        "" + sessions,
                        "-m",
                        "" + messages,
                        "-l",
                        "" + size,
                        "-f",
                        "a@example.org",
                        "-t",
                        "b@example.org",
                        "127.0.0.1:" + port)
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("smtp-source failed");
        }
        return messages / ((System.nanoTime() - before) / 1e9);
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
        var relay = relay(port, connections);
        var run = new DispatchRun(Lane.BULK, claims, answers, relay, connections);
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

    private static final String TEXT = new String(bytes(5_500), StandardCharsets.US_ASCII);

    private static byte[] bytes(int size) {
        var random = new Random(1);
        var text = new StringBuilder("Subject: a letter\r\n\r\n");
        while (text.length() < size - 2) {
            text.append(text.length() % 72 == 70 ? "\r\n" : (char) ('a' + random.nextInt(26)));
        }
        return (text + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static Relay relay(int port, int connections) {
        return new Relay(
                MailServer.relay("smtp://127.0.0.1:" + port),
                new Relay.Settings("letters@example.org", connections, Duration.ofSeconds(60), Duration.ofSeconds(1)));
    }
}
