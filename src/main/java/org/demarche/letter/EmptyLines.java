package org.demarche.letter;

import java.util.ArrayList;
import java.util.List;

/** Takes out what empty blanks leave behind: whole lines of them, and breaks that now lead nowhere. */
final class EmptyLines {

    private static final String BREAK = Placeholders.BREAK;

    private EmptyLines() {}

    static String without(String rendered) {
        var kept = new ArrayList<String>();
        for (var line : rendered.split("\n", -1)) {
            var text = line.replace(" " + Placeholders.EMPTY + " ", " ").replace(Placeholders.EMPTY, "");
            var emptied = !text.equals(line) && endless(text).isBlank();
            if (!emptied) {
                kept.add(text);
            }
        }
        for (var i = 0; i < kept.size(); i++) {
            if (kept.get(i).endsWith(BREAK) && endsParagraph(kept, i)) {
                kept.set(i, endless(kept.get(i)));
            }
        }
        return String.join("\n", kept).replace(BREAK, "\\");
    }

    private static boolean endsParagraph(List<String> lines, int i) {
        return i == lines.size() - 1
                || lines.get(i + 1).isBlank()
                || lines.get(i + 1).strip().equals(":::");
    }

    private static String endless(String line) {
        return line.endsWith(BREAK) ? line.substring(0, line.length() - 1) : line;
    }
}
