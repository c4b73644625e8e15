package org.demarche.staff;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.demarche.common.Text;

/** What a password may not be; length counts more than odd characters (NIST SP 800-63B). */
final class PasswordRule {

    static final int MIN_CHARACTERS = 12;

    /** Enough for any phrase; a limit so that nobody has us hash a book. */
    static final int MAX_CHARACTERS = 256;

    /** "aaaaaaaaaaaa" and "121212121212". */
    private static final int MIN_DIFFERENT = 4;

    /** The worst of those that are long enough. */
    private static final Set<String> WORST = Set.of(
            "123456789012",
            "1234567890123",
            "12345678901234",
            "123456789123",
            "123456123456",
            "password1234",
            "password12345",
            "password123!",
            "passwordpassword",
            "qwertyuiop12",
            "qwertyuiop123",
            "qwertyuiopas",
            "qwertyqwerty",
            "1qaz2wsx3edc",
            "q1w2e3r4t5y6",
            "abcdefghijkl",
            "abcdefghijklm",
            "iloveyou1234",
            "administrator",
            "administrator1",
            "letmeinletmein",
            "changeme1234",
            "changemechangeme",
            "welcome12345",
            "demarche1234",
            "demarchedemarche",
            "correcthorsebatterystaple");

    private PasswordRule() {}

    /** How to put it right; empty where the password will do. */
    static Optional<String> objection(String password, List<String> knownOfThem) {
        int length = Text.length(password);
        if (length < MIN_CHARACTERS) {
            return Optional.of("Use at least " + MIN_CHARACTERS + " characters; a few words in a row are good.");
        }
        if (length > MAX_CHARACTERS) {
            return Optional.of("Use at most " + MAX_CHARACTERS + " characters.");
        }
        var lower = password.toLowerCase(Locale.ROOT);
        if (knownOfThem.stream()
                .anyMatch(known -> known.toLowerCase(Locale.ROOT).equals(lower))) {
            return Optional.of("Use something other than your name or e-mail address.");
        }
        if (WORST.contains(lower) || lower.chars().distinct().count() < MIN_DIFFERENT) {
            return Optional.of("This one is among the first that anybody would try. Choose another.");
        }
        return Optional.empty();
    }
}
