package org.demarche.mail.smtp;

import java.time.Duration;

/** Opens when the relay is away; then lets one try through at a time, so that a relay in trouble is not hammered. */
final class Breaker {

    private final long pauseNanos;
    private boolean open;
    private long nextTry;

    Breaker(Duration pause) {
        this.pauseNanos = pause.toNanos();
    }

    synchronized boolean isOpen() {
        return open;
    }

    synchronized boolean mayTry() {
        return !open || System.nanoTime() - nextTry >= 0;
    }

    /** Takes the right to try. */
    synchronized boolean pass() {
        if (!mayTry()) {
            return false;
        }
        nextTry = System.nanoTime() + pauseNanos;
        return true;
    }

    /** @return whether it just opened */
    synchronized boolean failed() {
        var before = open;
        open = true;
        nextTry = System.nanoTime() + pauseNanos;
        return !before;
    }

    /** @return whether it just closed */
    synchronized boolean worked() {
        var before = open;
        open = false;
        return before;
    }
}
