package org.demarche.bundle;

import java.time.Duration;
import java.util.Optional;

/** How long a job still takes if it goes on as it went so far. */
final class TimeLeft {

    /** Before this much is done, fonts are still being read, and any guess is far too long. */
    private static final long TELLING_LINES = 200;

    private TimeLeft() {}

    /**
     * @param done in the time that was spent, beside what was done before
     * @return empty while too little is done to tell
     */
    static Optional<Duration> of(long done, long left, Duration spent) {
        return done < TELLING_LINES
                ? Optional.empty()
                : Optional.of(spent.multipliedBy(left).dividedBy(done));
    }

    /** As one says it of something that may take a little longer. */
    static String said(Duration left) {
        long minutes = Math.ceilDiv(left.toSeconds(), 60);
        if (minutes <= 1) return "Less than a minute left.";
        if (minutes < 90) return "About " + minutes + " minutes left.";
        return "About " + Math.ceilDiv(minutes, 60) + " hours left.";
    }
}
