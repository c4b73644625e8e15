package org.demarche.common.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.util.function.Supplier;
import org.demarche.common.jobs.Rounds;
import org.jboss.logging.Logger;

/**
 * Something small in the database that every request asks for: read by a thread of its own, again and again, so that
 * whoever asks waits for nothing. While the database is away the last answer holds.
 */
public final class Remembered<T> {

    private static final Logger LOG = Logger.getLogger(Remembered.class);

    private final String name;
    private final Duration every;
    private final Supplier<T> source;
    private final Runnable changed;
    private volatile T known;
    private volatile boolean away;
    private Rounds reader;

    /**
     * @param every how old an answer may be
     * @param source reads it, inside a transaction
     * @param first holds before the first reading
     * @param changed is run each time the answer is another one than before
     */
    public Remembered(String name, Duration every, Supplier<T> source, T first, Runnable changed) {
        this.name = name;
        this.every = every;
        this.source = source;
        this.known = first;
        this.changed = changed;
    }

    public void start() {
        look();
        reader = Rounds.begin(name, every, name + " cannot be read", this::look);
    }

    public void stop() {
        if (reader != null) {
            reader.end();
        }
    }

    public T get() {
        return known;
    }

    /** Reads anew now; for the node that has just changed it. */
    public void look() {
        try {
            var before = known;
            known = QuarkusTransaction.requiringNew().call(source::get);
            away = false;
            if (!known.equals(before)) {
                changed.run();
            }
        } catch (RuntimeException databaseAway) {
            if (!away) {
                LOG.warnf("%s cannot be read; what was read last holds: %s", name, databaseAway.getMessage());
            }
            away = true;
        }
    }
}
