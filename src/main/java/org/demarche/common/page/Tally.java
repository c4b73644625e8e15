package org.demarche.common.page;

/** A number and the way it is said: messages choose singular or plural by {@code n} and print the text. */
public record Tally(long n, String text) {

    public boolean any() {
        return n > 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
