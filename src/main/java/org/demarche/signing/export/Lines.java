package org.demarche.signing.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A table that is written line by line, however long it becomes. */
interface Lines extends Closeable {

    /** Text as people typed it; whoever writes it sees to it that no spreadsheet runs it. */
    void line(List<String> cells) throws IOException;

    /** Lets go of what was written so far. */
    void flush() throws IOException;
}
