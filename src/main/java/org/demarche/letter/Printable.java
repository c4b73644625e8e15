package org.demarche.letter;

import java.util.regex.Pattern;
import org.demarche.common.Text;

/** Makes what people typed fit to stand in a letter. */
final class Printable {

    /** Control characters and code points that XML 1.0 forbids; line feeds stay. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\uFFFE\uFFFF\uE000-\uE003&&[^\\n]]");

    private Printable() {}

    /** A value as it stands on one line. */
    static String line(String value) {
        return printable(Text.line(value));
    }

    /** A value of several paragraphs, apart by an empty line. */
    static String paragraphs(String value) {
        return printable(Text.paragraphs(value));
    }

    private static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("");
    }
}
