package org.demarche.common;

/** {@code ?page=&size=}: pages from 0, 1 to 500 items each. */
public record Paging(int page, int size) {

    public static final int LARGEST = 500;

    /** Beyond it the place of the first item would not fit a number. */
    private static final int LAST = 1_000_000;

    public Paging {
        if (page < 0 || page > LAST) {
            throw new BadInput("page", "pages are counted from 0, up to " + LAST);
        }
        if (size < 1 || size > LARGEST) {
            throw new BadInput("size", "between 1 and " + LARGEST);
        }
    }
}
