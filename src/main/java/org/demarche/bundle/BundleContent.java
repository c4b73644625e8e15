package org.demarche.bundle;

/** What a bundle holds beside its cover, and how much of it makes one volume. */
public enum BundleContent {
    /** About 200 pages, which a printer takes in one go. */
    SHEETS(5_000),
    /** A letter is a sheet or two printed on both sides: a volume fills a box of paper at most. */
    LETTERS(1_000);

    private final int volumeLines;

    BundleContent(int volumeLines) {
        this.volumeLines = volumeLines;
    }

    /** Lines of the frozen list in one volume. */
    public int volumeLines() {
        return volumeLines;
    }

    /** How many volumes so many lines make. */
    public int volumes(long lines) {
        return (int) Math.ceilDiv(lines, volumeLines);
    }
}
