package org.demarche.signing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Several people at the same moment. */
final class Threads {

    private Threads() {}

    static <T> List<T> atOnce(int n, Callable<T> act) throws Exception {
        try (var threads = Executors.newFixedThreadPool(n)) {
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(Collections.nCopies(n, act))) {
                results.add(future.get());
            }
            return results;
        }
    }

    static CompletableFuture<Void> start(Runnable act) {
        return CompletableFuture.runAsync(act, command -> Thread.ofPlatform().start(command));
    }

    /** Long enough for whoever does not wait for us to be done; whoever waits goes on after our commit. */
    static void settle(Future<?> other) throws InterruptedException, ExecutionException {
        try {
            other.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException waits) {
            // As it should be.
        }
    }
}
