package org.demarche.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Where the failure of a mail is reported: an address of its own where a bounce mailbox is read. */
@ApplicationScoped
class ReturnPath {

    private static final Logger LOG = Logger.getLogger(ReturnPath.class);

    /** RFC 5321 section 4.5.3.1.1. */
    private static final int LOCAL_PART_MAX = 64;

    private static final int MARK = 47;

    private final Marks marks;
    private final String local;
    private final String domain;
    private final boolean marked;

    ReturnPath(Marks marks, MailConfig config) {
        this.marks = marks;
        var address = config.bounceAddress().orElse(config.mailFrom());
        int at = address.lastIndexOf('@');
        if (at < 1) {
            throw new IllegalStateException("DEMARCHE_BOUNCE_ADDRESS and DEMARCHE_MAIL_FROM must be addresses.");
        }
        this.local = address.substring(0, at);
        this.domain = address.substring(at + 1);
        var wanted = config.verp()
                && (config.imapUrl().isPresent() || config.bounceAddress().isPresent());
        this.marked = wanted && local.length() + 1 + MARK <= LOCAL_PART_MAX;
        if (wanted && !marked) {
            LOG.warn("DEMARCHE_BOUNCE_ADDRESS has more than 16 characters before the @: mails get no return address of"
                    + " their own, and bounces are told apart by what they quote.");
        }
    }

    String of(UUID mail) {
        return marked ? local + "+" + marks.of(mail) + "@" + domain : local + "@" + domain;
    }
}
