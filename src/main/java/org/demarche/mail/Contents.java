package org.demarche.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.demarche.privacy.Locked;

/** The bytes of a mail, the same at every asking: stored as they were made, or filled into their form letter. */
@ApplicationScoped
class Contents {

    /** A row with what lies of its content, sealed; null where it was erased. */
    record Lying(Mail mail, MailContent content) {

        private byte[] sealed() {
            return mail.form != null ? mail.sealedBlanks : content == null ? null : content.sealed;
        }
    }

    private final EntityManager entities;
    private final MailVault vault;
    private final Rendering rendering;
    private final Forms forms;
    private final SharedParts parts;

    Contents(EntityManager entities, MailVault vault, Rendering rendering, Forms forms, SharedParts parts) {
        this.entities = entities;
        this.vault = vault;
        this.rendering = rendering;
        this.forms = forms;
        this.parts = parts;
    }

    /** A row and its content by one question to the database. */
    Optional<Lying> lying(UUID id) {
        return entities.createQuery(
                        "select m, c from Mail m left join MailContent c on c.mail = m.id where m.id = :id",
                        Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .map(row -> new Lying((Mail) row[0], (MailContent) row[1]))
                .findFirst();
    }

    /**
     * The rows, in their order, with their contents by one question to the database. Letters are read when their turn has
     * come, and with them what has files.
     */
    List<Lying> lying(List<Mail> mails) {
        var stored = mails.stream()
                .filter(mail -> mail.form == null && !mail.isLetter())
                .map(mail -> mail.id)
                .toList();
        var contents = stored.isEmpty()
                ? Map.<UUID, MailContent>of()
                : entities.createQuery("from MailContent where mail in :mails and parts = 0", MailContent.class)
                        .setParameter("mails", stored)
                        .getResultStream()
                        .collect(Collectors.toMap(content -> content.mail, content -> content));
        return mails.stream()
                .map(mail -> new Lying(mail, contents.get(mail.id)))
                .toList();
    }

    /** Whether it can be made into bytes without another look at its row. */
    boolean isWhole(Lying lying) {
        return !lying.mail().isLetter() && lying.sealed() != null;
    }

    /**
     * What is sent; empty where it was erased.
     *
     * @throws Locked where it cannot be opened here
     */
    Optional<byte[]> of(Mail mail) {
        return of(lie(mail));
    }

    /** As {@link #of(Mail)}. */
    Optional<byte[]> of(Lying lying) {
        var sealed = lying.sealed();
        if (sealed == null) {
            return Optional.empty();
        }
        var mail = lying.mail();
        var opened = vault.content(mail.id, sealed);
        if (mail.form != null) {
            return Optional.of(filled(mail, opened));
        }
        return Optional.of(lying.content().parts == 0 ? opened : parts.join(mail.id, opened));
    }

    /** Stores a new mail's bytes, its files apart. */
    void keep(Mail mail, Message message) {
        var bytes = rendering.bytes(mail.id, message, mail.queuedAt);
        var split = parts.split(bytes, message.content().attachments());
        MailContent.keep(mail.id, vault.seal(mail, split.rest()), split.cuts().size());
        parts.keep(mail, split.cuts());
    }

    boolean isKept(Mail mail) {
        return lie(mail).sealed() != null;
    }

    boolean opens(Mail mail) {
        var sealed = lie(mail).sealed();
        return sealed != null && vault.opens(mail.id, sealed);
    }

    /** Destroys them. */
    static void erase(Mail mail) {
        MailContent.deleteById(mail.id);
        SharedParts.erase(mail.id);
        mail.sealedBlanks = null;
    }

    private static Lying lie(Mail mail) {
        return new Lying(mail, mail.form == null ? MailContent.findById(mail.id) : null);
    }

    private byte[] filled(Mail mail, byte[] written) {
        var blanks = Forms.read(written);
        var words = forms.find(mail.form).filled(blanks);
        var message = Message.of(mail.purpose, mail.scope, "")
                .to(vault.recipient(mail))
                .saying(words.subject(), words.text())
                .html(words.html());
        var stop = blanks.get(FormLetter.UNSUBSCRIBE);
        return rendering.bytes(mail.id, stop == null ? message : message.unsubscribe(URI.create(stop)), mail.queuedAt);
    }
}
