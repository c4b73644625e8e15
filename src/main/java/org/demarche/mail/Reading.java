package org.demarche.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.demarche.common.Refusal;
import org.demarche.privacy.Locked;

/**
 * Who may read a mail's content. Where mail really leaves, nobody at the desk reads the links that confirm a signature or
 * open an account: with them they could sign in another's name.
 */
@ApplicationScoped
class Reading {

    /** Somebody at this machine without sign-in; staff; staff who may do everything. */
    enum Reader {
        LOCAL,
        STAFF,
        ADMIN
    }

    private final Contents contents;

    Reading(Contents contents) {
        this.contents = contents;
    }

    /**
     * The mail as it was rendered, {@code message/rfc822}.
     *
     * @throws Refusal where there is none, it was erased, or this reader may not
     */
    @Transactional
    byte[] content(UUID id, Reader reader) {
        Mail mail = Mail.findById(id);
        if (mail == null || !contents.isKept(mail)) {
            throw Refusal.unknown("No such mail, or it was erased.");
        }
        if (!isFor(reader, mail)) {
            throw Refusal.forbidden("This mail holds a link that is its recipient's alone.");
        }
        try {
            return contents.of(mail).orElseThrow();
        } catch (Locked keyIsGone) {
            throw Refusal.unknown("The key of this mail is not here any more.");
        }
    }

    /** Whether {@link #content} would give it. */
    @Transactional
    boolean mayRead(UUID id, Reader reader) {
        Mail mail = Mail.findById(id);
        return mail != null && isFor(reader, mail) && contents.opens(mail);
    }

    private static boolean isFor(Reader reader, Mail mail) {
        var kept = mail.hold == Hold.NO_RELAY;
        return switch (mail.purpose) {
            case STAFF -> kept && reader == Reader.ADMIN;
            case CONFIRMATION, RECEIPT, NOTICE, NEWS -> kept;
            case MISSION_LETTER, TEST -> kept || reader != Reader.LOCAL;
        };
    }
}
