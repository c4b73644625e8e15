package org.demarche.staff.totp;

import java.time.Instant;

/** What an authenticator shows, for tests that have its letters. */
public final class Codes {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Codes() {}

    public static String shown(String letters, Instant now) {
        var bits = new StringBuilder();
        letters.replace(" ", "")
                .chars()
                .forEach(c -> bits.append("%5s"
                        .formatted(Integer.toBinaryString(ALPHABET.indexOf(c)))
                        .replace(' ', '0')));
        var secret = new byte[bits.length() / 8];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return Totp.code(secret, now);
    }
}
