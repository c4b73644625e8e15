package org.demarche.common;

/** {@code ?page=&size=}: pages from 0, 1 to 500 items each. */
public record Paging(int page, int size) {

    public static final int LARGEST = 500;

    public Paging {
        if (page < 0) {
            throw new BadInput("page", "pages are counted from 0");
        }
        if (size < 1 || size > LARGEST) {
            throw new BadInput("size", "between 1 and " + LARGEST);
        }
    }
}
