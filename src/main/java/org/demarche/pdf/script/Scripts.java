package org.demarche.pdf.script;

import static java.lang.Character.UnicodeScript.*;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

/** What Unicode says of a code point, as far as drawing it is concerned. */
final class Scripts {
    /** Scripts whose letters stand side by side as the character map gives them, without shaping. */
    private static final Set<UnicodeScript> SIMPLE = EnumSet.of(
            COMMON,
            LATIN,
            GREEK,
            CYRILLIC,
            HAN,
            HIRAGANA,
            KATAKANA,
            HANGUL,
            BOPOMOFO,
            ARMENIAN,
            GEORGIAN,
            ETHIOPIC,
            CHEROKEE,
            CANADIAN_ABORIGINAL,
            YI,
            VAI,
            LISU,
            OSAGE,
            COPTIC,
            GOTHIC,
            RUNIC,
            OL_CHIKI,
            TIFINAGH,
            BAMUM);

    private Scripts() {}

    /** Whether the character is drawn rightly by its own glyph alone. */
    static boolean isSimple(int codePoint) {
        if (!SIMPLE.contains(UnicodeScript.of(codePoint))) return false;
        if (codePoint >= 0x1100 && codePoint <= 0x11ff || codePoint >= 0xa960 && codePoint <= 0xa97f) return false;
        if (codePoint >= 0xd7b0 && codePoint <= 0xd7ff) return false;
        if (codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff || Character.isEmojiModifier(codePoint)) return false;
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT,
                    Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** Whether the character shows nothing itself: joiners, variation selectors, direction marks. */
    static boolean isIgnorable(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT
                        && codePoint != 0x00ad
                        && UnicodeScript.of(codePoint) != ARABIC
                || codePoint >= 0xfe00 && codePoint <= 0xfe0f
                || codePoint >= 0xe0100 && codePoint <= 0xe01ef
                || codePoint >= 0x180b && codePoint <= 0x180f
                || codePoint == 0x034f;
    }

    static boolean isSpace(int codePoint) {
        return codePoint == ' ' || codePoint == 0x3000 || Character.getType(codePoint) == Character.SPACE_SEPARATOR;
    }

    /** Whether the script's words are written in one face as a whole, so that no letter of a name stands out. */
    static boolean keepsWordTogether(UnicodeScript script) {
        return script == LATIN || script == GREEK || script == CYRILLIC;
    }

    /** The first script in the text that is neither common nor inherited; COMMON if there is none. */
    static UnicodeScript of(String text) {
        return text.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(s -> s != COMMON && s != INHERITED)
                .findFirst()
                .orElse(COMMON);
    }

    static boolean isEmoji(String grapheme) {
        return grapheme.codePoints().anyMatch(c -> Character.isEmojiPresentation(c) || c == 0xfe0f || c == 0x20e3);
    }

    static boolean isCommon(UnicodeScript script) {
        return script == COMMON || script == INHERITED;
    }

    /** How well a code point stands for a glyph that several share: the lowest rank is written into ToUnicode. */
    static int rank(int codePoint, boolean eastAsian) {
        if (codePoint >= 0x20 && codePoint < 0x7f) return 0;
        if (eastAsian && codePoint >= 0x3000 && codePoint < 0x3100) return 1;
        if (!Normalizer.isNormalized(Character.toString(codePoint), Normalizer.Form.NFKC)) {
            return codePoint == 0x2026 || codePoint >= 0xff01 && codePoint < 0xff5f ? 3 : 6;
        }
        if (codePoint < 0x2e80) return codePoint >= 0x2200 && codePoint < 0x2500 ? 4 : 2;
        return codePoint >= 0x2e80 && codePoint < 0x2fe0 ? 5 : 2;
    }
}
