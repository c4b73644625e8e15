package org.demarche.mail.wire;

import jakarta.mail.util.StreamProvider;
import org.eclipse.angus.mail.util.MailStreamProvider;

/**
 * Names the mail library's stream provider outright. Without the name it searches every jar for one at each header and
 * part, which took 44 % of the time of sending.
 */
public final class MailStreams {

    private static final String PROPERTY = "jakarta.mail.util.StreamProvider";

    static {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, MailStreamProvider.class.getName());
        }
        if (!(StreamProvider.provider() instanceof MailStreamProvider)) {
            throw new IllegalStateException(PROPERTY + " names another provider than " + MailStreamProvider.class);
        }
    }

    private MailStreams() {}

    /** To be called before any other use of the mail library. */
    public static void ready() {}
}
