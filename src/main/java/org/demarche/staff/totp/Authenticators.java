package org.demarche.staff.totp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.demarche.common.BadInput;
import org.demarche.common.Refusal;
import org.demarche.privacy.Scopes;
import org.demarche.privacy.Vault;

/** Who has an authenticator, and whether a code is of it. */
@ApplicationScoped
public class Authenticators {

    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * A secret to be put into an authenticator.
     *
     * @param letters to be typed, in groups of four
     * @param uri to be scanned, {@code otpauth://…}
     */
    public record Secret(String letters, String uri) {}

    private final Vault vault;
    private final Clock clock;

    Authenticators(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    @Transactional
    public boolean has(UUID staff) {
        return Authenticator.count("staffId = ?1 and confirmedAt is not null", staff) > 0;
    }

    /** A new secret, which counts once a code of it was shown; asking again before that shows the same. */
    @Transactional
    public Secret offer(UUID staff, String name) {
        Authenticator row = Authenticator.findById(staff);
        if (row != null && row.confirmedAt != null) {
            throw Refusal.wrongState("There is an authenticator already; take it off first.");
        }
        if (row == null) {
            var bytes = new byte[Totp.SECRET_BYTES];
            RANDOM.nextBytes(bytes);
            row = new Authenticator();
            row.staffId = staff;
            row.secretSealed = vault.seal(Scopes.ORGANISATION, bytes, context(staff));
            row.createdAt = clock.instant();
            row.persist();
        }
        var secret = secret(row);
        var label =
                URLEncoder.encode("Demarche:" + name, StandardCharsets.UTF_8).replace("+", "%20");
        return new Secret(
                Base32.grouped(secret),
                "otpauth://totp/" + label + "?secret=" + Base32.encode(secret) + "&issuer=Demarche");
    }

    /** Takes the authenticator into use. */
    @Transactional
    public void confirm(UUID staff, String code) {
        var row = locked(staff);
        if (row == null || row.confirmedAt != null) {
            throw Refusal.wrongState("There is no authenticator that waits for its first code.");
        }
        if (!use(row, code)) {
            throw new BadInput(
                    "code", "This is not the code of now. Look at the clock of your phone, and type the next.");
        }
        row.confirmedAt = clock.instant();
    }

    /** Whether this is a code of now, which works once. */
    @Transactional
    public boolean accepts(UUID staff, String typed) {
        var row = locked(staff);
        return row != null && row.confirmedAt != null && use(row, typed);
    }

    @Transactional
    public void remove(UUID staff) {
        Authenticator.deleteById(staff);
    }

    private boolean use(Authenticator row, String typed) {
        var step = Totp.stepOf(secret(row), typed, row.lastStep, clock.instant());
        step.ifPresent(used -> row.lastStep = used);
        return step.isPresent();
    }

    private static Authenticator locked(UUID staff) {
        return Authenticator.findById(staff, LockModeType.PESSIMISTIC_WRITE);
    }

    private byte[] secret(Authenticator row) {
        return vault.open(row.secretSealed, context(row.staffId));
    }

    private static String context(UUID staff) {
        return "authenticator:" + staff;
    }
}
