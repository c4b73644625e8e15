package org.demarche.signing.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.demarche.privacy.Vault;
import org.demarche.switches.OffSwitch;
import org.demarche.switches.Switches;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Proofs of work after ALTCHA's protocol (altcha.org, version 1): find the number below {@code maxnumber} whose SHA-256
 * after the salt is the challenge. No third party takes part. A proof serves once.
 */
@ApplicationScoped
class Proofs {

    /** In the order of ALTCHA's JSON. */
    record Challenge(String algorithm, String challenge, int maxnumber, String salt, String signature) {}

    private record Solution(String algorithm, String challenge, long number, String salt, String signature) {}

    private static final String ALGORITHM = "SHA-256";
    private static final Duration GOOD_FOR = Duration.ofMinutes(20);
    private static final String EXPIRES = "?expires=";
    /** So many times the usual work while the switch is on. */
    private static final int HARDER = 4;

    private static final int SALT_BYTES = 12;
    private static final int PROOF_MAX = 1_000;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HexFormat HEX = HexFormat.of();
    private static final ObjectMapper JSON = new ObjectMapper()
            .configure(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private final Vault vault;
    private final GuardConfig config;
    private final Switches switches;
    private final Clock clock;

    Proofs(Vault vault, GuardConfig config, Switches switches, Clock clock) {
        this.vault = vault;
        this.config = config;
        this.switches = switches;
        this.clock = clock;
    }

    Challenge ask() {
        var random = new byte[SALT_BYTES];
        RANDOM.nextBytes(random);
        var expires = clock.instant().plus(GOOD_FOR).getEpochSecond();
        // Closed by "&", so that no digit of the number can be moved into the salt.
        var salt = HEX.formatHex(random) + EXPIRES + expires + "&";
        int work = config.guardWork() * (switches.isOn(OffSwitch.HARDER_PUZZLE) ? HARDER : 1);
        var challenge = digest(salt, RANDOM.nextInt(work + 1));
        return new Challenge(ALGORITHM, challenge, work, salt, sign(challenge));
    }

    /** Whether this is a proof of a challenge of ours, in time, and nobody has used it before; it is used now. */
    boolean accept(String proof) {
        try {
            if (proof == null || proof.length() > PROOF_MAX) {
                return false;
            }
            var solution = JSON.readValue(Base64.getDecoder().decode(proof), Solution.class);
            return solution != null && isRight(solution) && useOnce(solution);
        } catch (JsonProcessingException | IllegalArgumentException forged) {
            return false;
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private boolean isRight(Solution s) {
        return s.salt() != null
                && s.challenge() != null
                && s.signature() != null
                && ALGORITHM.equals(s.algorithm())
                && same(sign(s.challenge()), s.signature())
                && same(digest(s.salt(), s.number()), s.challenge())
                && clock.instant().isBefore(expiry(s.salt()));
    }

    private static Instant expiry(String salt) {
        int from = salt.indexOf(EXPIRES);
        return from < 0 || !salt.endsWith("&")
                ? Instant.MIN
                : Instant.ofEpochSecond(Long.parseLong(salt, from + EXPIRES.length(), salt.length() - 1, 10));
    }

    /** The database remembers, so that a proof serves once on all nodes; of two at the same moment one clashes. */
    private boolean useOnce(Solution s) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                var used = new UsedChallenge();
                used.challenge = s.challenge();
                used.expiresAt = expiry(s.salt());
                used.persistAndFlush();
            });
            return true;
        } catch (ConstraintViolationException usedBefore) {
            return false;
        }
    }

    private String sign(String challenge) {
        return HEX.formatHex(vault.blindIndex("proof-of-work", challenge));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(String salt, long number) {
        try {
            return HEX.formatHex(
                    MessageDigest.getInstance(ALGORITHM).digest((salt + number).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
