package org.demarche.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Wakes dispatchers that a test runs by itself, and notes when a mail that somebody waits for was accepted. */
@ApplicationScoped
public class Bells {

    private final Map<Lane, Runnable> bells = new ConcurrentHashMap<>();
    private final Map<UUID, Long> accepted = new ConcurrentHashMap<>();

    void ring(Lane lane, Runnable bell) {
        bells.put(lane, bell);
    }

    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Queued queued) {
        bells.getOrDefault(queued.lane(), () -> {}).run();
    }

    void answered(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailAnswered answered) {
        if (answered.purpose() == Purpose.CONFIRMATION && answered.state() == MailState.ACCEPTED) {
            accepted.put(answered.mail(), System.nanoTime());
        }
    }

    long acceptedAt(UUID mail) throws InterruptedException {
        while (!accepted.containsKey(mail)) {
            Thread.sleep(1);
        }
        return accepted.get(mail);
    }
}
