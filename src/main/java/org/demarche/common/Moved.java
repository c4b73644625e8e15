package org.demarche.common;

/** What is asked for has another name now; its address leads there. */
public final class Moved extends RuntimeException {

    private final String from;
    private final String to;

    public Moved(String from, String to) {
        super(null, null, false, false);
        this.from = from;
        this.to = to;
    }

    /** The path with the name of today. */
    public String path(String asked) {
        return asked.replaceFirst("/" + from + "(?=/|$)", "/" + to);
    }
}
