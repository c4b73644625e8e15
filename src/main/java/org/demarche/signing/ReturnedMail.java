package org.demarche.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.demarche.mail.MailAnswered;
import org.demarche.mail.MailState;
import org.demarche.mail.Purpose;

/** Notes which signers the mail that asks for confirmation did not reach, so that staff can see it. */
@ApplicationScoped
class ReturnedMail {

    void answered(@Observes MailAnswered mail) {
        if (mail.purpose() != Purpose.CONFIRMATION || mail.person() == null) {
            return;
        }
        if (cameBack(mail.state())) {
            Signature.update("undeliverable = true where id = ?1", mail.person());
        } else if (mail.state() == MailState.ACCEPTED) {
            Signature.update("undeliverable = false where id = ?1 and undeliverable = true", mail.person());
        }
    }

    private static boolean cameBack(MailState state) {
        return state == MailState.HARD_BOUNCED || state == MailState.SOFT_BOUNCED || state == MailState.SUPPRESSED;
    }
}
