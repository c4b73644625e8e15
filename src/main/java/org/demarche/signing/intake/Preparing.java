package org.demarche.signing.intake;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

/**
 * Where signatures are checked and sealed: on a few threads that stay. Ciphers and random numbers are kept for each thread,
 * and a thread of its own for each request would set them up anew each time.
 */
@ApplicationScoped
public class Preparing {

    /** It is work for processors; a pause of the database is shared by all who wait for it in any case. */
    private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final ManagedExecutor threads = ManagedExecutor.builder()
            .propagated(ThreadContext.CDI)
            .cleared(ThreadContext.ALL_REMAINING)
            .maxAsync(AT_ONCE)
            .maxQueued(-1)
            .build();

    /** In the caller's request, on another thread. */
    public CompletableFuture<ReadySignature> prepare(Supplier<ReadySignature> work) {
        return threads.supplyAsync(work);
    }

    @PreDestroy
    void end() {
        threads.shutdown();
    }
}
