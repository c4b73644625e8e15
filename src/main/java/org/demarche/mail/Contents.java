package org.demarche.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.demarche.privacy.Locked;

/** The bytes of a mail, the same at every asking: stored as they were made, or filled into their form letter. */
@ApplicationScoped
class Contents {

    private final MailVault vault;
    private final Rendering rendering;
    private final Forms forms;

    Contents(MailVault vault, Rendering rendering, Forms forms) {
        this.vault = vault;
        this.rendering = rendering;
        this.forms = forms;
    }

    /**
     * What is sent; empty where it was erased.
     *
     * @throws Locked where it cannot be opened here
     */
    Optional<byte[]> of(Mail mail) {
        return lying(mail).map(bytes -> {
            var opened = vault.content(mail.id, bytes);
            return mail.form == null ? opened : filled(mail, opened);
        });
    }

    boolean isKept(Mail mail) {
        return lying(mail).isPresent();
    }

    boolean opens(Mail mail) {
        return lying(mail).filter(bytes -> vault.opens(mail.id, bytes)).isPresent();
    }

    /** Destroys them. */
    static void erase(Mail mail) {
        MailContent.deleteById(mail.id);
        mail.sealedBlanks = null;
    }

    private static Optional<byte[]> lying(Mail mail) {
        return mail.form == null
                ? MailContent.<MailContent>findByIdOptional(mail.id).map(content -> content.sealed)
                : Optional.ofNullable(mail.sealedBlanks);
    }

    private byte[] filled(Mail mail, byte[] blanks) {
        var words = forms.find(mail.form).filled(Forms.read(blanks));
        return rendering.bytes(
                mail.id,
                Message.of(mail.purpose, mail.scope, "")
                        .to(vault.recipient(mail))
                        .saying(words.subject(), words.text())
                        .html(words.html()),
                mail.queuedAt);
    }
}
