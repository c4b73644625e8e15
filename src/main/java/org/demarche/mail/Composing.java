package org.demarche.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Makes the row of a mail from what a feature asked for, sealed; storing it is another matter. */
@ApplicationScoped
class Composing {

    private final MailVault vault;
    private final Forms forms;
    private final Clock clock;

    Composing(MailVault vault, Forms forms, Clock clock) {
        this.vault = vault;
        this.forms = forms;
        this.clock = clock;
    }

    /** The row, in no state yet. */
    Mail row(Message message) {
        var now = clock.instant();
        var mail = new Mail();
        mail.id = vault.id(message);
        mail.purpose = message.purpose();
        mail.lane = message.purpose().lane();
        mail.scope = message.about().scope();
        mail.campaign = message.about().campaign();
        mail.reference = message.about().reference();
        mail.person = message.about().person();
        mail.queuedAt = now;
        var release = message.release();
        mail.dueAt = release.notBefore() == null ? now : release.notBefore();
        mail.zone = release.zone() == null ? null : release.zone().getId();
        vault.sealInto(mail, message);
        if (message.filling() != null) {
            mail.form = forms.keep(message.filling().form());
            mail.sealedBlanks = vault.seal(mail, Forms.written(message.filling().blanks()));
        }
        return mail;
    }
}
