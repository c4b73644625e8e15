package org.demarche.letter;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import io.quarkus.qute.RawString;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Two versions of a letter side by side: what changed, with a few lines around it. */
final class LetterDiff {

    private static final int LINES_AROUND = 2;

    /** Neither can stand in a letter, so what they enclose can be escaped first and marked afterwards. */
    private static final String OPEN = Placeholders.BREAK;

    private static final String CLOSE = Placeholders.EMPTY;

    private LetterDiff() {}

    /**
     * One line: {@code kind} is equal, change, insert, delete or gap; the texts are safe HTML, empty where the line is
     * not there.
     */
    public record Row(String kind, String oldNumber, RawString old, String newNumber, RawString now) {}

    static List<Row> rows(String before, String after) {
        var generator = DiffRowGenerator.create()
                .showInlineDiffs(true)
                .mergeOriginalRevised(false)
                .lineNormalizer(line -> line)
                .inlineDiffBySplitter(LetterDiff::words)
                .oldTag((tag, opening) -> opening ? OPEN : CLOSE)
                .newTag((tag, opening) -> opening ? OPEN : CLOSE)
                .build();
        var all = generator.generateDiffRows(
                before.lines().toList(), after.lines().toList());
        var rows = new ArrayList<Row>();
        var oldLine = 0;
        var newLine = 0;
        for (var i = 0; i < all.size(); i++) {
            var row = all.get(i);
            var hasOld = row.getTag() != DiffRow.Tag.INSERT;
            var hasNew = row.getTag() != DiffRow.Tag.DELETE;
            oldLine += hasOld ? 1 : 0;
            newLine += hasNew ? 1 : 0;
            if (isNearChange(all, i)) {
                rows.add(new Row(
                        row.getTag().name().toLowerCase(Locale.ROOT),
                        hasOld ? "" + oldLine : "",
                        marked(row.getOldLine(), "del"),
                        hasNew ? "" + newLine : "",
                        marked(row.getNewLine(), "ins")));
            } else if (!rows.isEmpty() && !rows.getLast().kind().equals("gap")) {
                rows.add(new Row("gap", "", new RawString("…"), "", new RawString("…")));
            }
        }
        return rows;
    }

    private static boolean isNearChange(List<DiffRow> rows, int at) {
        return rows.subList(Math.max(0, at - LINES_AROUND), Math.min(rows.size(), at + LINES_AROUND + 1)).stream()
                .anyMatch(row -> row.getTag() != DiffRow.Tag.EQUAL);
    }

    /** Chinese and Japanese have no spaces to split at. */
    private static List<String> words(String line) {
        var words = new ArrayList<String>();
        var breaks = BreakIterator.getWordInstance(Locale.ROOT);
        breaks.setText(line);
        for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            words.add(line.substring(from, to));
        }
        return words;
    }

    private static RawString marked(String line, String element) {
        return new RawString(
                SheetHtml.escape(line).replace(OPEN, "<" + element + ">").replace(CLOSE, "</" + element + ">"));
    }
}
