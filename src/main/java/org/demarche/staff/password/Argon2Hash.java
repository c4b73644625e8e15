package org.demarche.staff.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * An Argon2id hash (RFC 9106, version 19) as a PHC string: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. Its memory is
 * taken while it is computed and not between: a library that keeps it would hold a tenth of the heap for ever.
 *
 * @param memory KiB
 */
record Argon2Hash(int memory, int passes, int lanes, byte[] salt, byte[] hash) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,8}),t=(\\d{1,4}),p=(\\d{1,3})\\$([\\w+/-]+)\\$([\\w+/-]+)");

    static Argon2Hash of(String password, int memory, int passes, int lanes) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Argon2Hash(memory, passes, lanes, salt, new byte[HASH_BYTES]).filled(password);
    }

    /** @throws IllegalArgumentException where it is no such string; its message does not repeat it */
    static Argon2Hash parse(String phc) {
        var parts = PHC.matcher(phc);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an Argon2id hash of version 19");
        }
        return new Argon2Hash(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                Base64.getDecoder().decode(parts.group(4)),
                Base64.getDecoder().decode(parts.group(5)));
    }

    boolean matches(String password) {
        return MessageDigest.isEqual(hash, filled(password).hash);
    }

    private Argon2Hash filled(String password) {
        var argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        var computed = new byte[hash.length];
        argon2.generateBytes(password.getBytes(StandardCharsets.UTF_8), computed);
        return new Argon2Hash(memory, passes, lanes, salt, computed);
    }

    String phc() {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(memory, passes, lanes, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    /** Never the hash: this must not reach a log. */
    @Override
    public String toString() {
        return "Argon2Hash[…]";
    }
}
