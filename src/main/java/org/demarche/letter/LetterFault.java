package org.demarche.letter;

/** A letter file that cannot be taken; says where, counted from 1 in the whole file, front matter included. */
public final class LetterFault extends RuntimeException {

    private final int line;
    private final int column;

    LetterFault(int line, int column, String message) {
        super(message, null, false, false);
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
