package org.demarche.bundle.print;

import java.nio.file.FileSystemException;
import org.demarche.common.Refusal;
import org.demarche.pdf.SealKey;

/** Why printing stopped, as staff can act on it; names nobody. */
record StoppedFor(String reason) {

    private static final int LONGEST = 300;

    static StoppedFor of(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SealKey.Unusable seal) return new StoppedFor(seal.getMessage());
            if (cause instanceof Refusal refusal) return new StoppedFor(refusal.getMessage());
            if (cause.getMessage() != null && cause.getMessage().contains("No space left on device")) {
                return new StoppedFor("The disk is full. Make room");
            }
            if (cause instanceof FileSystemException) return new StoppedFor("The data folder cannot be written to");
        }
        return new StoppedFor(failure.getClass().getSimpleName());
    }

    String sentence() {
        var told = reason.length() > LONGEST ? reason.substring(0, LONGEST) : reason;
        return "Printing stopped: " + told.replaceAll("\\.$", "")
                + ". It is tried again by itself; what is done is kept.";
    }
}
