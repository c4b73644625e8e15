package org.demarche.mail;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.demarche.bench.Target;
import org.demarche.mail.smtp.Envelope;
import org.demarche.mail.smtp.Outcome;
import org.junit.jupiter.api.Test;

/** {@code bin/bench mail}: sending beside Postfix's smtp-source. */
@QuarkusTest
@TestProfile(BenchSetting.class)
class SmtpBench {

    @Test
    void sendingBesideSmtpSource() throws Exception {
        for (int size : new int[] {6_000, 90_000}) {
            int messages = size > 10_000 ? 6_000 : 30_000;
            client(size, messages / 3);
            var ours = client(size, messages);
            var theirs = BenchSetting.source(BenchSetting.SINK, 8, messages, size);
            ours = Math.max(ours, client(size, messages));
            System.out.printf("%d bytes, 8 connections: %.0f/s, smtp-source %.0f/s%n", size, ours, theirs);
            Target.atLeast("P11", size > 10_000 ? 0.5 : 0.4, "of smtp-source at " + size + " bytes")
                    .measured(ours / theirs);
        }
    }

    private static double client(int size, int messages) throws InterruptedException {
        var relay = BenchSetting.relay(BenchSetting.SINK, 8);
        var bytes = BenchSetting.bytes(size);
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
}
