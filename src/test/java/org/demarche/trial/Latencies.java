package org.demarche.trial;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** How long answers took, in steps of a tenth of a millisecond up to ten seconds; what took longer counts as ten. */
final class Latencies {

    private static final int STEPS = 100_000;

    private final AtomicLongArray steps = new AtomicLongArray(STEPS);
    private final LongAdder taken = new LongAdder();

    void add(long nanos) {
        steps.incrementAndGet((int) Math.clamp(nanos / 100_000, 0, STEPS - 1));
        taken.increment();
    }

    long count() {
        return taken.sum();
    }

    /** In milliseconds; 0 where nothing was taken. */
    double quantile(double share) {
        var wanted = Math.max(1, (long) Math.ceil(count() * share));
        long seen = 0;
        for (int step = 0; step < STEPS; step++) {
            seen += steps.get(step);
            if (seen >= wanted) {
                return (step + 1) / 10.0;
            }
        }
        return 0;
    }
}
