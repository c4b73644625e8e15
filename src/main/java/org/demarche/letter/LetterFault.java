package org.demarche.letter;

/** A letter file that cannot be taken; says where, counted from 1 in the whole file, front matter included. */
public final class LetterFault extends RuntimeException {

    /** A message may quote the file, and the file may be anything. */
    private static final int LONGEST = 300;

    private final int line;
    private final int column;

    LetterFault(int line, int column, String message) {
        super(message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message, null, false, false);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
