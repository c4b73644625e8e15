package org.demarche.signing.guard;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** So many in such a time for each key, evenly refilled; in memory, and on each node by itself. */
final class Rate {

    /** About a hundred bytes each. */
    private static final int KEYS_MAX = 50_000;

    private static final double ROUNDING = 1e-6;

    private record Bucket(double tokens, long at) {}

    private final double capacity;
    private final double perMilli;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    Rate(int capacity, Duration period) {
        this.capacity = capacity;
        this.perMilli = capacity / (double) period.toMillis();
    }

    /** Takes {@code 1 / share} of a place; false where none is left. What is refused is not counted. */
    boolean take(String key, int share, long now) {
        if (buckets.size() >= KEYS_MAX) {
            sweep(now);
        }
        double cost = 1.0 / share;
        var taken = new boolean[1];
        buckets.compute(key, (k, bucket) -> {
            double tokens = bucket == null ? capacity : left(bucket, now);
            taken[0] = tokens > cost - ROUNDING;
            return new Bucket(taken[0] ? tokens - cost : tokens, now);
        });
        return taken[0];
    }

    boolean take(String key, long now) {
        return take(key, 1, now);
    }

    /** Whether less than half is left. */
    boolean strained(String key, long now) {
        var bucket = buckets.get(key);
        return bucket != null && left(bucket, now) < capacity / 2;
    }

    private double left(Bucket bucket, long now) {
        return Math.min(capacity, bucket.tokens + Math.max(0, now - bucket.at) * perMilli);
    }

    /** Forgets who is back at full; in a flood of new keys, everybody: a fresh start is better than no memory left. */
    private void sweep(long now) {
        buckets.values().removeIf(bucket -> left(bucket, now) >= capacity);
        if (buckets.size() >= KEYS_MAX) {
            buckets.clear();
        }
    }

    void clear() {
        buckets.clear();
    }
}
