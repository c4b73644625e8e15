package org.demarche.staff.totp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Six digits that change every half minute: RFC 6238 over HMAC-SHA-1, as every authenticator speaks it. */
final class Totp {

    static final int SECRET_BYTES = 20;

    private static final int STEP_SECONDS = 30;
    private static final int MODULUS = 1_000_000;

    /** Steps before and after now that are taken: clocks differ, and people type slowly (RFC 6238 section 5.2). */
    private static final int DRIFT = 1;

    private Totp() {}

    /**
     * The step whose code was typed.
     *
     * @param usedUp codes of this step and earlier ones are taken no more
     */
    static OptionalLong stepOf(byte[] secret, String typed, long usedUp, Instant now) {
        var digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
        if (!digits.matches("[0-9]{6}")) {
            return OptionalLong.empty();
        }
        long step = now.getEpochSecond() / STEP_SECONDS;
        for (long candidate = step - DRIFT; candidate <= step + DRIFT; candidate++) {
            if (candidate > usedUp
                    && MessageDigest.isEqual(code(secret, candidate).getBytes(), digits.getBytes())) {
                return OptionalLong.of(candidate);
            }
        }
        return OptionalLong.empty();
    }

    static String code(byte[] secret, Instant now) {
        return code(secret, now.getEpochSecond() / STEP_SECONDS);
    }

    /** RFC 4226 section 5.3. */
    private static String code(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0x0f;
            int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
            return "%06d".formatted(number % MODULUS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
