package org.demarche.pdf;

import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;

/**
 * One PDF made of many documents, written as they come: memory does not grow with the number of letters. Pages are
 * numbered through the volume. Used by one thread; the stream is left open for its owner to close.
 */
public final class PdfVolume implements AutoCloseable {
    private final Press press = Presses.take();
    private final Set<Integer> missing = new TreeSet<>();
    private int pages;
    private boolean broken;
    private boolean closed;

    private PdfVolume(OutputStream out, DocumentInfo info, Binding binding) {
        press.begin(out, info, binding);
    }

    /** Starts a volume; nothing is written before the first document. */
    public static PdfVolume open(OutputStream out, DocumentInfo info) {
        return new PdfVolume(out, info, null);
    }

    /** Starts a bound volume; nothing is written before the first document. */
    public static PdfVolume open(OutputStream out, DocumentInfo info, Binding binding) {
        return new PdfVolume(out, info, binding);
    }

    /** Adds an XHTML document on pages of its own; returns how many. */
    public int add(String xhtml) {
        return add(xhtml, null);
    }

    /**
     * Adds an XHTML document with an entry in the outline; returns its number of pages. Throws
     * IllegalArgumentException if it is not well-formed, and then the volume can still be used.
     */
    public int add(String xhtml, String bookmark) {
        if (broken || closed) throw new IllegalStateException("This volume is finished");
        var set = press.lay(xhtml);
        return printing(() -> press.print(set, bookmark));
    }

    /**
     * Adds a document whose table goes on in the next one: no page is left half empty between them. Returns the rows of
     * the table's body that were printed; those after them belong at the beginning of the next document.
     *
     * @param more whether another document follows, so that the last page, which may not be full, is not printed yet
     */
    public int addRows(String xhtml, boolean more) {
        if (broken || closed) throw new IllegalStateException("This volume is finished");
        var set = press.lay(xhtml);
        return printing(() -> press.printRows(set, more));
    }

    /**
     * Adds a copy of a form; its pages are numbered from 1. Many copies cost little where the blanks stand on lines of
     * their own.
     *
     * @param values plain text by the numbers of the blanks
     */
    public int add(Form form, List<String> values, String bookmark) {
        if (broken || closed) throw new IllegalStateException("This volume is finished");
        return printing(() -> press.print(form, values, bookmark));
    }

    /**
     * Puts a document before all others of a bound volume, behind what was put there before it. Its pages have numbers of
     * their own. After this only more of the kind can be added.
     */
    public int addInFront(String xhtml, String bookmark) {
        if (broken || closed) throw new IllegalStateException("This volume is finished");
        var set = press.lay(xhtml);
        return printing(() -> press.printInFront(set, bookmark));
    }

    private int printing(IntSupplier print) {
        broken = true;
        int added = print.getAsInt();
        broken = false;
        pages = press.pages();
        missing.addAll(press.takeMissing());
        return added;
    }

    /** Pages written so far; of a bound volume, all of them only when it is closed. */
    public int pages() {
        return pages;
    }

    /** Code points for which no face of ours has a glyph, in all documents so far; each was drawn as □. */
    public Set<Integer> missing() {
        return Set.copyOf(missing);
    }

    /** Finishes the file. A volume without pages writes nothing; a volume that failed half-way is left unfinished. */
    @Override
    public void close() {
        if (closed) return;
        closed = true;
        if (broken) return;
        if (pages > 0) pages = press.finish();
        Presses.giveBack(press);
    }
}
