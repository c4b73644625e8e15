package org.demarche.letter;

/** A blank without a value: false in a condition, and a mark in the text so that a line of nothing else can go. */
final class Empty implements CharSequence {

    static final Empty FIELD = new Empty();

    private Empty() {}

    @Override
    public int length() {
        return 0;
    }

    @Override
    public char charAt(int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return this;
    }

    @Override
    public String toString() {
        return Placeholders.EMPTY;
    }
}
