package org.demarche.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.demarche.common.page.Wording;
import org.demarche.mail.FormLetter;

/** The form letters of mails to signers: rendering one for each signature would cost more than storing the signature. */
@ApplicationScoped
class SignerForms {

    /** A campaign has a few a language; what is forgotten is rendered again. */
    private static final int RENDERED_MAX = 200;

    private final Map<ConfirmationMail, FormLetter> rendered = new ConcurrentHashMap<>();

    /** @param words a mail with blanks for what differs from signer to signer */
    FormLetter confirmation(ConfirmationMail words) {
        var known = rendered.get(words);
        if (known != null) {
            return known;
        }
        var form =
                new FormLetter(Wording.of(MailMessages.class, words.language()).subject(), words.text(), words.html());
        if (rendered.size() >= RENDERED_MAX) {
            rendered.clear();
        }
        rendered.put(words, form);
        return form;
    }
}
