package org.demarche.staff.password;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demarche.common.Text;

/** What a password may not be; length counts more than odd characters (NIST SP 800-63B). */
public final class PasswordRule {

    static final int MIN_CHARACTERS = 12;

    /** Enough for any phrase; a limit so that nobody has us hash a book. */
    static final int MAX_CHARACTERS = 256;

    private PasswordRule() {}

    /** How to put it right; empty where the password will do. */
    public static Optional<String> objection(String password, List<String> knownOfThem) {
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
        if (CommonPasswords.contains(password) || Leaked.contains(password)) {
            return Optional.of("This one is among the first that anybody would try. Choose another.");
        }
        return Optional.empty();
    }
}
