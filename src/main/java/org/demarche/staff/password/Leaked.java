package org.demarche.staff.password;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The most used passwords of real leaks (the list of zxcvbn, some thirty thousand). Short ones are no passwords here
 * anyway; so a password is refused too that is a leaked one with digits and signs around it, or twice the same.
 */
final class Leaked {

    private static final Set<String> PASSWORDS = load();
    private static final Pattern EDGES = Pattern.compile("^[0-9\\p{Punct}\\s]+|[0-9\\p{Punct}\\s]+$");

    private Leaked() {}

    static boolean contains(String password) {
        var lower = password.toLowerCase(Locale.ROOT);
        var half = lower.substring(0, lower.length() / 2);
        return PASSWORDS.contains(lower)
                || PASSWORDS.contains(EDGES.matcher(lower).replaceAll(""))
                || lower.equals(half + half) && PASSWORDS.contains(half);
    }

    private static Set<String> load() {
        try {
            return Set.copyOf(StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies());
        } catch (IOException e) {
            throw new UncheckedIOException("the list of leaked passwords cannot be read", e);
        }
    }
}
