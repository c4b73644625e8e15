package org.demarche.pdf.script;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.xhtmlrenderer.css.style.CalculatedStyle;
import org.xhtmlrenderer.layout.breaker.BreakPoint;
import org.xhtmlrenderer.layout.breaker.BreakPointsProvider;
import org.xhtmlrenderer.layout.breaker.LineBreakingStrategy;

/**
 * Where a line may end (UAX #14 by the JDK): Thai by dictionary, Korean between words, and anywhere between two
 * characters in what would not fit a line at all.
 */
public final class LineBreaks implements LineBreakingStrategy {
    /** A piece this long at the start of a line may be cut, counted in chars; 16 is a narrow column of a table. */
    private static final int LONG = 16;
    /** May not begin a line in Japanese, Chinese or Korean (JIS X 4051, 6.1.1; GB/T 15834, 5.1), nor end one. */
    private static final String NOT_FIRST = "、。，．・：；？！」』）】〕〉》］｝”’ー々〻ゝゞヽヾ゛゜ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ…‥％℃";

    private static final String NOT_LAST = "「『（【〔〈《［｛“‘";
    /** A date stays on one line, in every language in which letters write it. */
    private static final Pattern DATE = Pattern.compile("\\d{1,2} (?:January|February|March|April|May|June|July|August"
            + "|September|October|November|December)(?: \\d{4})?|\\d{1,4}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?"
            + "|\\d{1,2}月\\d{1,2}日|\\d{4}년(?: \\d{1,2}월(?: \\d{1,2}일)?)?|\\d{1,2}월 \\d{1,2}일");

    private static final int LONGEST_DATE = 20;

    private static final Locale THAI = Locale.of("th");

    @Override
    public BreakPointsProvider getBreakPointsProvider(String text, String language, CalculatedStyle style) {
        var lines = BreakIterator.getLineInstance(hasThai(text) ? THAI : Locale.ROOT);
        lines.setText(text);
        return new Points(
                text, lines, "ko".equals(Locale.forLanguageTag(language).getLanguage()));
    }

    private static boolean hasThai(String text) {
        return text.chars().anyMatch(c -> c >= 0x0e00 && c < 0x0e80);
    }

    /** Flying Saucer asks anew for each line with the rest of the text, so the points are found only as needed. */
    private static final class Points implements BreakPointsProvider {
        private final String text;
        private final BreakIterator lines;
        private final boolean wordsOnly;
        private BreakIterator characters;
        private int firstEnd = -1;
        private int last;

        Points(String text, BreakIterator lines, boolean wordsOnly) {
            this.text = text;
            this.lines = lines;
            this.wordsOnly = wordsOnly;
        }

        @Override
        public BreakPoint next() {
            if (firstEnd < 0) begin();
            last = last < firstEnd ? nextWithin() : nextLine();
            return last == BreakIterator.DONE ? BreakPoint.getDonePoint() : new BreakPoint(last);
        }

        private void begin() {
            int end = nextLine();
            firstEnd = 0;
            if (end == BreakIterator.DONE) return;
            int length = text.substring(0, end).stripTrailing().length();
            if (length <= LONG) {
                lines.first();
                return;
            }
            firstEnd = end;
            characters = BreakIterator.getCharacterInstance(Locale.ROOT);
            characters.setText(text);
        }

        private int nextWithin() {
            int next = characters.following(last);
            return next == BreakIterator.DONE || next > firstEnd ? firstEnd : next;
        }

        private int nextLine() {
            int next = lines.next();
            while (next != BreakIterator.DONE && next < text.length() && isForbidden(next)) next = lines.next();
            return next;
        }

        private boolean isForbidden(int at) {
            if (NOT_FIRST.indexOf(text.charAt(at)) >= 0 || NOT_LAST.indexOf(text.charAt(at - 1)) >= 0) return true;
            if (wordsOnly && isOfKoreanWord(text.codePointBefore(at)) && isOfKoreanWord(text.codePointAt(at)))
                return true;
            return isNearFigure(at) && isWithinDate(at);
        }

        private boolean isNearFigure(int at) {
            return isFigure(text.charAt(at))
                    || isFigure(text.charAt(at - 1))
                    || at > 1 && isFigure(text.charAt(at - 2));
        }

        private boolean isWithinDate(int at) {
            int from = Math.max(0, at - LONGEST_DATE);
            var dates = DATE.matcher(text).region(from, Math.min(text.length(), at + LONGEST_DATE));
            while (dates.find() && dates.start() < at) {
                if (dates.end() > at) return true;
            }
            return false;
        }

        private static boolean isFigure(char c) {
            return c >= '0' && c <= '9';
        }

        /** 제46조 is one word. */
        private static boolean isOfKoreanWord(int codePoint) {
            return isHangul(codePoint) || Character.isDigit(codePoint);
        }

        private static boolean isHangul(int codePoint) {
            return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HANGUL;
        }
    }
}
