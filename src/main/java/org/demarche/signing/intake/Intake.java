package org.demarche.signing.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.demarche.common.Refusal;
import org.demarche.mail.Outbox;
import org.jboss.logging.Logger;

/**
 * Where requests leave their signatures and wait until they are stored. A writer takes whatever has gathered while the
 * database wrote the batch before: alone at night, many at noon, and never anybody who waits for company.
 */
@ApplicationScoped
public class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);

    /** More would make the first of a batch wait without sparing the database anything. */
    private static final int BATCH = 64;

    /** Some tenths of a second of work, two megabytes; whoever comes when it is full is better off trying again. */
    private static final int WAITING_MAX = 1_000;

    /** One prepares and answers while the other waits for the disk. */
    private static final int WRITERS = 2;

    private static final long STOP_WITHIN_MS = 10_000;

    private record Waiting(ReadySignature signature, CompletableFuture<Void> answer) {}

    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING_MAX);
    private final Batch batch;
    private final Outbox outbox;
    private final List<Thread> writers;
    private volatile boolean open = true;

    Intake(Batch batch, Outbox outbox) {
        this.batch = batch;
        this.outbox = outbox;
        this.writers = IntStream.range(0, WRITERS)
                .mapToObj(n -> Thread.ofPlatform().name("signature-intake-" + n).unstarted(this::write))
                .toList();
    }

    void start(@Observes StartupEvent started) {
        writers.forEach(Thread::start);
    }

    /** Takes nobody in any more, and stores whoever is waiting. */
    void stop(@Observes ShutdownEvent ended) throws InterruptedException {
        open = false;
        for (var writer : writers) {
            writer.join(STOP_WITHIN_MS);
        }
    }

    /**
     * Stores a signature with its mail; done once both are committed. Where somebody is there already, what was typed
     * is stored instead and looked at later: whoever asks cannot tell, not by the time it takes either.
     *
     * @return fails with {@link Refusal} 503 where too many are waiting
     */
    public CompletableFuture<Void> take(ReadySignature signature) {
        var waiting = new Waiting(signature, new CompletableFuture<>());
        if (!open || !queue.offer(waiting)) {
            waiting.answer()
                    .completeExceptionally(Refusal.unavailable(
                            "More signatures arrive just now than can be stored. Please try again in a moment."));
        }
        return waiting.answer();
    }

    private void write() {
        var together = new ArrayList<Waiting>(BATCH);
        while (open || !queue.isEmpty()) {
            try {
                var first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    together.add(first);
                    queue.drainTo(together, BATCH - 1);
                    store(together);
                    together.clear();
                }
            } catch (InterruptedException ended) {
                open = false;
            }
        }
    }

    private void store(List<Waiting> together) {
        try {
            answer(together);
        } catch (Exception failed) {
            if (together.size() == 1 || !isOneRowsFault(failed)) {
                together.forEach(one -> one.answer()
                        .completeExceptionally(new IllegalStateException("a signature could not be stored", failed)));
                return;
            }
            // The others need not pay for what the database refuses of one.
            LOG.warnf("%d signatures were refused together; each is tried alone", together.size());
            together.forEach(one -> store(List.of(one)));
        }
    }

    /** SQLSTATE classes 22, 23 and 40: bad data, a broken constraint, a deadlock. Where the database is gone, all wait in vain. */
    private static boolean isOneRowsFault(Exception failed) {
        var state = failed instanceof SQLException refused ? refused.getSQLState() : null;
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("40"));
    }

    private void answer(List<Waiting> together) throws Exception {
        var stored = batch.store(together.stream().map(Waiting::signature).toList());
        together.forEach(one -> one.answer().complete(null));
        outbox.stored(together.stream()
                .filter(one -> stored.contains(one.signature().id()))
                .map(one -> one.signature().mail())
                .toList());
    }
}
