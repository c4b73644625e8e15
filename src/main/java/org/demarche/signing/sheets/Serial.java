package org.demarche.signing.sheets;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * The number of a sheet, such as {@code K7Q2-M9XD-4}: eight random signs and a check sign by ISO 7064 MOD 37,36, which
 * finds every wrong sign, and all but one in eight hundred pairs of neighbours that changed places.
 */
public record Serial(String value) {

    /** ISO 7064 counts all 36; of these I, L, O and U are never drawn, because people misread them. */
    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static final String DRAWN = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Serial random() {
        var body = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            body.append(DRAWN.charAt(RANDOM.nextInt(DRAWN.length())));
        }
        return written(body.toString());
    }

    /** What was typed, whatever its case and dashes; empty where the check sign does not fit. */
    static Optional<Serial> parse(String typed) {
        var signs = typed == null ? "" : typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        if (!signs.matches("[0-9A-Z]{9}")) {
            return Optional.empty();
        }
        var serial = written(signs.substring(0, LENGTH));
        return Optional.of(serial).filter(s -> s.value.charAt(s.value.length() - 1) == signs.charAt(LENGTH));
    }

    private static Serial written(String body) {
        return new Serial(body.substring(0, 4) + "-" + body.substring(4) + "-" + check(body));
    }

    /** ISO 7064, hybrid system MOD 37,36. */
    private static char check(String body) {
        int p = 36;
        for (char sign : body.toCharArray()) {
            int sum = (p + SIGNS.indexOf(sign)) % 36;
            p = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return SIGNS.charAt((37 - p) % 36);
    }
}
