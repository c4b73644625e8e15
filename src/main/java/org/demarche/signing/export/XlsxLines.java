package org.demarche.signing.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook (ECMA-376) whose cells are all text: what looks like a formula is one that nothing runs. */
final class XlsxLines implements Lines {

    /** ECMA-376 as Excel reads it has room for 1,048,576 lines on a sheet. */
    private static final int LINES_MAX = 1_000_000;

    private final Workbook workbook;
    private Worksheet sheet;
    private List<String> head;
    private int line;

    XlsxLines(OutputStream out) {
        this.workbook = new Workbook(out, "Demarche", "1.0");
        this.sheet = workbook.newWorksheet("1");
    }

    @Override
    public void line(List<String> cells) throws IOException {
        if (head == null) {
            head = cells;
        } else if (line == LINES_MAX) {
            sheet.finish();
            sheet = workbook.newWorksheet("2");
            line = 0;
            write(head);
        }
        write(cells);
    }

    private void write(List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            var text = cells.get(column);
            if (text != null && !text.isEmpty()) {
                sheet.inlineString(line, column, text);
            }
        }
        line++;
    }

    @Override
    public void flush() throws IOException {
        sheet.flush();
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
