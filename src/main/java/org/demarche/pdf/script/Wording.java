package org.demarche.pdf.script;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Makes text fit for paper before it is laid out, changing nothing that a reader would see. */
public final class Wording {
    /** Beyond this many marks on one letter the marks only deface the lines above and below. */
    private static final Pattern HEAPED_MARKS = Pattern.compile("(\\p{Mn}{8})\\p{Mn}+");
    /** Direction controls would re-order the sentence around a name; the rest shows nothing. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}&&[^\\t\\n\\r]]|[\\u00ad\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");
    /** Normalising these would replace the very character a family uses in its name (UAX #15, compatibility ideographs). */
    private static final Pattern NAME_CHARACTERS = Pattern.compile("[\\uf900-\\ufaff\\x{2f800}-\\x{2fa1f}]");

    private Wording() {}

    /** The text in NFC without invisible controls; unpaired surrogates become U+FFFD. */
    public static String clean(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f || c == '\n')) return text;
        var seen = UNSEEN.matcher(wellFormed(text)).replaceAll("");
        return HEAPED_MARKS.matcher(normalized(seen)).replaceAll("$1");
    }

    /** The direction of the first letter that has one (UAX #9, P2): true for right to left. */
    public static boolean isRightToLeft(String text) {
        for (int c : text.codePoints().toArray()) {
            switch (Character.getDirectionality(c)) {
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
                    return false;
                }
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private static String wellFormed(String text) {
        var result = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> result.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xfffd : c));
        return result.toString();
    }

    private static String normalized(String text) {
        if (Normalizer.isNormalized(text, Normalizer.Form.NFC)) return text;
        var result = new StringBuilder();
        var kept = NAME_CHARACTERS.matcher(text);
        int from = 0;
        while (kept.find()) {
            result.append(Normalizer.normalize(text.substring(from, kept.start()), Normalizer.Form.NFC));
            result.append(kept.group());
            from = kept.end();
        }
        return result.append(Normalizer.normalize(text.substring(from), Normalizer.Form.NFC))
                .toString();
    }
}
