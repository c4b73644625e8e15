package org.demarche.common;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What people type, made fit to store and print: NFC, without characters that reorder or hide other text. */
public final class Text {

    /**
     * Bidi controls, zero-width space, word joiner, BOM, soft hyphen, fillers, tags, annotation marks. ZWJ and ZWNJ are
     * letters of some scripts.
     */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u034F\\u061C\\u180E\\u200B\\u200E\\u200F"
            + "\\u202A-\\u202E\\u2060-\\u206F\\u2800\\u3164\\uFEFF\\uFFA0\\uFFF9-\\uFFFB\\x{E0000}-\\x{E007F}]");

    /** Controls, halves of a character, and what Unicode promises never to be one. */
    private static final Pattern CONTROL = Pattern.compile(
            "[\\p{Cc}&&[^\\t\\n\\r]]|\\p{Cs}|[\\uFDD0-\\uFDEF\\uFFFE\\uFFFF]|[\\x{1FFFE}-\\x{1FFFF}\\x{10FFFE}-\\x{10FFFF}]");

    /** No writing stacks so many marks on one letter; a heap of them paints over its neighbours. */
    private static final Pattern HEAP = Pattern.compile("\\p{M}{9,}");

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern ANY_BREAK = Pattern.compile("\\r\\n?|[\\u2028\\u2029]");
    /** Tried once a run of blanks: otherwise a megabyte of them takes minutes. */
    private static final Pattern TRAILING = Pattern.compile("(?<![ \\t])[ \\t]++(?=\\n|$)");

    private static final Pattern GAP = Pattern.compile("\\n{3,}");
    private static final Pattern LINE_BREAK = Pattern.compile("[\\t\\n\\r\\u2028\\u2029]");

    private Text() {}

    /** One line, trimmed, runs of blanks folded; null becomes the empty string. */
    public static String line(String typed) {
        var text = clean(typed).strip();
        return BLANKS.matcher(text).replaceAll(" ");
    }

    /** Several lines, each trimmed at the end, at most one empty line between paragraphs. */
    public static String paragraphs(String typed) {
        var text = clean(typed);
        if (text.isEmpty()) {
            return text;
        }
        text = ANY_BREAK.matcher(text).replaceAll("\n");
        text = TRAILING.matcher(text).replaceAll("");
        return GAP.matcher(text).replaceAll("\n\n").strip();
    }

    /** Whether the text holds what cannot be printed: controls other than tab and line breaks, heaps of marks. */
    public static boolean hasControls(String typed) {
        return typed != null
                && !isPlain(typed)
                && (CONTROL.matcher(typed).find() || HEAP.matcher(typed).find());
    }

    /** Whether there is a letter of any script in it. */
    public static boolean hasLetter(String typed) {
        return typed != null && typed.codePoints().anyMatch(Character::isLetter);
    }

    /** Whether the text holds a line break or a tab, for fields of one line. */
    public static boolean hasLineBreak(String typed) {
        return typed != null
                && !isPlain(typed)
                && LINE_BREAK.matcher(typed.strip()).find();
    }

    /** Length as a reader counts it: code points, not UTF-16 units. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Printable ASCII, which most of what is typed consists of, holds nothing that the patterns look for. */
    private static boolean isPlain(String typed) {
        for (int at = 0; at < typed.length(); at++) {
            char c = typed.charAt(at);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static String clean(String typed) {
        if (typed == null || isPlain(typed)) {
            return typed == null ? "" : typed;
        }
        return INVISIBLE
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFC))
                .replaceAll("");
    }
}
