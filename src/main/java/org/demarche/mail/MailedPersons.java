package org.demarche.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.demarche.privacy.HoldsPersonalData;

/** Mails written to, or on behalf of, the person behind a signature. */
@ApplicationScoped
class MailedPersons implements HoldsPersonalData {

    private final MailVault vault;
    private final Event<MailAnswered> answered;

    MailedPersons(MailVault vault, Event<MailAnswered> answered) {
        this.vault = vault;
        this.answered = answered;
    }

    @Override
    @Transactional
    public Map<String, Object> export(UUID signature) {
        var mails = new ArrayList<Map<String, Object>>();
        for (var mail : of(signature)) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("purpose", mail.purpose);
            fields.put("state", mail.state);
            fields.put("queuedAt", mail.queuedAt);
            vault.recipientIfReadable(mail).ifPresent(to -> fields.put("to", to));
            vault.subjectIfReadable(mail).ifPresent(subject -> fields.put("subject", subject));
            mails.add(fields);
        }
        return Map.of("mails", mails);
    }

    /** The rows stay for the counts. A mission's index stays too: it is no person's, and its hourly limit needs it. */
    @Override
    @Transactional
    public void erase(UUID signature) {
        for (var mail : of(signature)) {
            Contents.erase(mail);
            mail.sealedRecipient = null;
            mail.sealedSubject = null;
            mail.person = null;
            if (!mail.isLetter()) {
                mail.recipientIndex = null;
            }
            if (mail.state == MailState.QUEUED || mail.state == MailState.HELD) {
                mail.become(MailState.CANCELLED, "erased");
                answered.fire(mail.answered());
            }
        }
    }

    private static List<Mail> of(UUID signature) {
        return Mail.list("person = ?1 order by queuedAt", signature);
    }
}
