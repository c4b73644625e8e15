package org.demarche.site;

import java.util.ArrayList;

/** An exception in one line for the log: kinds and places, no messages, because those may quote what people typed. */
final class Trace {

    /** Deeper causes than this are the driver's own affair. */
    private static final int CAUSES_MAX = 6;

    private Trace() {}

    static String of(Throwable e) {
        var causes = new ArrayList<String>();
        for (var cause = e; cause != null && causes.size() < CAUSES_MAX; cause = cause.getCause()) {
            causes.add(cause.getClass().getName() + place(cause));
        }
        return String.join(", caused by ", causes);
    }

    private static String place(Throwable e) {
        for (var frame : e.getStackTrace()) {
            if (frame.getClassName().startsWith("org.demarche.")) {
                return " at " + frame;
            }
        }
        return e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
    }
}
