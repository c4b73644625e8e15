package org.demarche.mail.wire;

import jakarta.mail.Session;
import jakarta.mail.util.StreamProvider;
import java.util.Properties;
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

    private static final Session ASCII = made(false);
    private static final Session UTF8 = made(true);

    private MailStreams() {}

    /**
     * For making and reading mail, not for sending it. Shared, since each new one searches every jar for mail providers,
     * which took five times as long as making a mail.
     *
     * @param utf8 headers hold an address outside ASCII as it is, or not at all (RFC 6532)
     */
    public static Session session(boolean utf8) {
        return utf8 ? UTF8 : ASCII;
    }

    private static Session made(boolean utf8) {
        var properties = new Properties();
        properties.put("mail.mime.allowutf8", Boolean.toString(utf8));
        return Session.getInstance(properties);
    }

    /** To be called before any other use of the mail library. */
    public static void ready() {}
}
