package org.demarche.staff.password;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.demarche.common.Refusal;
import org.demarche.common.Token;

/** Hashes and checks passwords by Argon2id (RFC 9106), in the PHC string form. */
@ApplicationScoped
public class Passwords {

    /** OWASP's first choice: 19 MiB, two passes, one lane. */
    private static final int MEMORY_KIB = 19 * 1024;

    private static final int PASSES = 2;
    private static final int LANES = 1;

    /** Each hash holds 19 MiB and one core: more at once would only let strangers take the machine. */
    private static final int HASHES_AT_ONCE = 2;

    /** Who waits longer is better told to come back. */
    private static final int WAIT_SECONDS = 5;

    private final Semaphore turns = new Semaphore(HASHES_AT_ONCE, true);
    private volatile String nobody;

    public String hash(String password) {
        return inTurn(
                () -> Argon2Hash.of(normal(password), MEMORY_KIB, PASSES, LANES).phc());
    }

    public boolean matches(String typed, String hash) {
        return inTurn(() -> Argon2Hash.parse(hash).matches(normal(typed)));
    }

    /** Takes as long as {@link #matches} does, for an account that is not there. Always false. */
    public boolean matchesNobody(String typed) {
        if (nobody == null) {
            nobody = hash(Token.random().value());
        }
        matches(typed, nobody);
        return false;
    }

    /** Keyboards compose the same letters differently (NIST SP 800-63B section 3.1.1.2). */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw Refusal.unavailable("Many people are signing in just now. Please try again in a moment.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.unavailable("The server is stopping. Please try again in a moment.");
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
