package org.demarche.common;

import java.text.Normalizer;
import java.util.Locale;

/** Whether two names in the trail are one person's, however a token or an account spells them. */
public final class Actor {

    private Actor() {}

    /** Case, width and blanks make no second person. */
    public static boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }

    private static String folded(String name) {
        return Text.line(Normalizer.normalize(name, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
    }
}
