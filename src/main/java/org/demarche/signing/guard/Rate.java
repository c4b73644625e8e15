package org.demarche.signing.guard;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * So many in such a time for each key. On a node by itself evenly refilled; what other nodes took of a key is added up over
 * the period that goes by.
 */
final class Rate {

    /** What the other nodes took. */
    @FunctionalInterface
    interface Elsewhere {

        Elsewhere NOBODY = (rate, key, window) -> 0;

        /** @param window since 1970, in periods of the rate */
        double taken(String rate, String key, long window);
    }

    /** What this node took of a key in the window that is open. */
    record Taken(String rate, String key, long window, double places) {}

    /** A hundred bytes and some each. */
    private static final int KEYS_MAX = 50_000;

    /** Keys of which the other nodes are told: those that took most. */
    private static final int TOLD_MAX = 200;

    /** Of the capacity: whoever takes less on each node is no flood, and nobody need hear of them. */
    private static final double WORTH_TELLING = 0.1;

    private static final double ROUNDING = 1e-6;

    /** @param taken in the window that is open at that moment, and {@code before} in the one before it */
    private record Bucket(double tokens, long at, long window, double taken, double before) {}

    private final String name;
    private final double capacity;
    private final long periodMs;
    private final Elsewhere elsewhere;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /** What was told already, by the keys worth it. */
    private final Map<String, Double> told = new ConcurrentHashMap<>();

    Rate(String name, int capacity, Duration period, Elsewhere elsewhere) {
        this.name = name;
        this.capacity = capacity;
        this.periodMs = period.toMillis();
        this.elsewhere = elsewhere;
    }

    /** Takes {@code 1 / share} of a place; false where none is left. What is refused is not counted. */
    boolean take(String key, int share, long now) {
        if (buckets.size() >= KEYS_MAX) {
            sweep(now);
        }
        double cost = 1.0 / share;
        var passed = new boolean[1];
        var after = buckets.compute(key, (k, bucket) -> {
            var current = current(bucket, now);
            passed[0] = current.tokens > cost - ROUNDING
                    && (isOnlyHere(key, current.window) || overall(key, current, now) + cost < capacity + ROUNDING);
            return passed[0]
                    ? new Bucket(current.tokens - cost, now, current.window, current.taken + cost, current.before)
                    : current;
        });
        if (after.taken >= Math.max(2 * cost, capacity * WORTH_TELLING)) {
            told.putIfAbsent(key, 0.0);
        }
        return passed[0];
    }

    boolean take(String key, long now) {
        return take(key, 1, now);
    }

    /** Whether less than half is left. */
    boolean strained(String key, long now) {
        var bucket = current(buckets.get(key), now);
        return bucket.tokens < capacity / 2
                || !isOnlyHere(key, bucket.window) && overall(key, bucket, now) > capacity / 2;
    }

    /** What the others do not know yet, the most first. */
    Stream<Taken> news(long now) {
        long window = now / periodMs;
        told.keySet().removeIf(key -> current(buckets.get(key), now).taken == 0);
        return told.entrySet().stream()
                .map(known -> new Taken(name, known.getKey(), window, current(buckets.get(known.getKey()), now).taken))
                .filter(taken -> taken.places != told.getOrDefault(taken.key, 0.0))
                .sorted(Comparator.comparingDouble(Taken::places).reversed())
                .limit(TOLD_MAX)
                .peek(taken -> told.replace(taken.key, taken.places));
    }

    /** For how long what was taken in a window matters. */
    Duration memory() {
        return Duration.ofMillis(2 * periodMs);
    }

    private boolean isOnlyHere(String key, long window) {
        return elsewhere.taken(name, key, window) + elsewhere.taken(name, key, window - 1) == 0;
    }

    /** On all nodes within the last period, as if what was taken in the window before had come evenly. */
    private double overall(String key, Bucket bucket, long now) {
        double stillOfBefore = 1 - now % periodMs / (double) periodMs;
        return bucket.taken
                + elsewhere.taken(name, key, bucket.window)
                + stillOfBefore * (bucket.before + elsewhere.taken(name, key, bucket.window - 1));
    }

    private Bucket current(Bucket bucket, long now) {
        long window = now / periodMs;
        if (bucket == null) {
            return new Bucket(capacity, now, window, 0, 0);
        }
        double taken = bucket.window == window ? bucket.taken : 0;
        double before = bucket.window == window ? bucket.before : bucket.window == window - 1 ? bucket.taken : 0;
        return new Bucket(left(bucket, now), Math.max(now, bucket.at), window, taken, before);
    }

    private double left(Bucket bucket, long now) {
        return Math.min(capacity, bucket.tokens + Math.max(0, now - bucket.at) * (capacity / periodMs));
    }

    /** Forgets who is back at full; in a flood of new keys, everybody: a fresh start is better than no memory left. */
    private void sweep(long now) {
        buckets.values().removeIf(bucket -> left(bucket, now) >= capacity);
        if (buckets.size() >= KEYS_MAX) {
            buckets.clear();
        }
        told.keySet().retainAll(buckets.keySet());
    }
}
