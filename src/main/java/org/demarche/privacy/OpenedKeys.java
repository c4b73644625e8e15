package org.demarche.privacy;

import com.google.crypto.tink.Aead;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Data keys that were opened for reading; the one longest unused goes first. */
final class OpenedKeys {

    private record Opened(Aead aead, Instant until) {}

    /** Another node may have destroyed its scope meanwhile. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    /** About a kilobyte each. */
    private static final int MOST = 2_000;

    private final Map<UUID, Opened> keys = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Opened> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<Aead> find(UUID id, Instant now) {
        return Optional.ofNullable(keys.get(id))
                .filter(key -> now.isBefore(key.until))
                .map(Opened::aead);
    }

    synchronized void keep(UUID id, Aead key, Instant now) {
        keys.put(id, new Opened(key, now.plus(KEPT)));
    }

    /** How many were over. */
    synchronized int forgetPast(Instant now) {
        var before = keys.size();
        keys.values().removeIf(key -> !now.isBefore(key.until));
        return before - keys.size();
    }

    synchronized void forgetAll() {
        keys.clear();
    }
}
