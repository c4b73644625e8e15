package org.demarche.privacy;

/** Sealed data that cannot be opened here: this process holds no key for it, the key was destroyed, or it was altered. */
public final class Locked extends RuntimeException {

    Locked(String message, Throwable cause) {
        super(message, cause);
    }
}
