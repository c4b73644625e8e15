package org.demarche.common;

import java.text.Normalizer;
import java.util.Locale;

/** Whether two names in the trail are one person's, however a token or an account spells them. */
public final class Actor {

    /** Between a person's name and what one of their scripts is called. */
    public static final String BY_SCRIPT = " / ";

    private Actor() {}

    /** Case, width and blanks make no second person, and neither does a script that works in one's name. */
    public static boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }

    private static String folded(String name) {
        var line = Text.line(Normalizer.normalize(name, Normalizer.Form.NFKC));
        int script = line.indexOf(BY_SCRIPT);
        return (script < 0 ? line : line.substring(0, script)).toLowerCase(Locale.ROOT);
    }
}
