package org.demarche.bundle.carry;

import java.time.Instant;
import org.demarche.common.BadInput;

/** How an archive is closed for whoever carries it. */
sealed interface ArchiveLock {

    /** Anybody can open it. */
    record None() implements ArchiveLock {}

    /** AES-256 in zip. */
    record Passphrase(String words) implements ArchiveLock {}

    /** An OpenPGP message with the zip in it. */
    record Key(CourierKey courier) implements ArchiveLock {}

    /** What a courier can still type, and a machine cannot guess. */
    int PASSPHRASE_MIN = 12;

    int PASSPHRASE_MAX = 200;

    /**
     * By what was typed; nothing typed is no lock.
     *
     * @param key in ASCII armour
     * @throws BadInput where it cannot be closed that way
     */
    static ArchiveLock chosen(String passphrase, String key, Instant now) {
        boolean words = passphrase != null && !passphrase.isEmpty();
        boolean pgp = key != null && !key.isBlank();
        if (words && pgp) {
            throw new BadInput("key", "a passphrase or a key, not both");
        }
        if (words && (passphrase.length() < PASSPHRASE_MIN || passphrase.length() > PASSPHRASE_MAX)) {
            throw new BadInput("passphrase", PASSPHRASE_MIN + " to " + PASSPHRASE_MAX + " characters");
        }
        if (pgp) return new Key(CourierKey.read(key, now));
        return words ? new Passphrase(passphrase) : new None();
    }

    /** The same where an open archive is not what was asked for. */
    static ArchiveLock required(String passphrase, String key, Instant now) {
        var lock = chosen(passphrase, key, now);
        if (lock instanceof None) {
            throw new BadInput("passphrase", PASSPHRASE_MIN + " to " + PASSPHRASE_MAX + " characters, or a key");
        }
        return lock;
    }

    /** For the audit trail. */
    default String told() {
        return switch (this) {
            case None none -> "";
            case Passphrase words -> ", encrypted";
            case Key key -> ", encrypted to key " + key.courier().fingerprint();
        };
    }
}
