package org.demarche.mail;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.demarche.common.EmailAddress;

/** A mail to one mailbox, as {@link Outbox#queue} takes it. */
public record Message(Purpose purpose, About about, Recipient to, Content content, Release release, Filling filling) {

    /**
     * What the mail belongs to.
     *
     * @param scope the vault scope it is sealed in
     * @param key with purpose and recipient: the same three are queued once, however often they are asked for
     * @param campaign slug, or null
     * @param reference the delivery or other record that hears of the answer, or null
     * @param person the signature whose erasure destroys this mail, or null
     */
    public record About(String scope, String key, String campaign, UUID reference, UUID person) {}

    /** @param name for the header, or null */
    public record Recipient(EmailAddress address, String name) {}

    /**
     * @param html the same words as the text, or null
     * @param replyTo where answers go instead of the sender, or null
     * @param unsubscribe one click ends such mails (RFC 8058), or null
     */
    public record Content(
            String subject,
            String text,
            String html,
            List<Attachment> attachments,
            EmailAddress replyTo,
            URI unsubscribe) {}

    /**
     * When it may leave.
     *
     * @param notBefore null for at once
     * @param zone the recipient's, for quiet hours and the hourly limit of letters to missions; null for neither
     * @param held waits for {@link Outbox#release}
     */
    public record Release(Instant notBefore, ZoneId zone, boolean held) {}

    /** A form letter and what fills its blanks. */
    public record Filling(FormLetter form, Map<String, String> blanks) {}

    public Message {
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(about.scope());
        Objects.requireNonNull(about.key());
    }

    /** Begins a mail; {@link #to} and {@link #saying} are needed too. */
    public static Message of(Purpose purpose, String scope, String key) {
        return new Message(
                purpose,
                new About(scope, key, null, null, null),
                null,
                new Content("", "", null, List.of(), null, null),
                new Release(null, null, false),
                null);
    }

    public Message to(EmailAddress address, String name) {
        return new Message(purpose, about, new Recipient(address, name), content, release, filling);
    }

    public Message to(EmailAddress address) {
        return to(address, null);
    }

    public Message saying(String subject, String text) {
        var c = content;
        return with(new Content(subject, text, c.html, c.attachments, c.replyTo, c.unsubscribe));
    }

    /** Says what a form letter says, its blanks filled; instead of words of its own, and without attachments. */
    public Message filling(FormLetter form, Map<String, String> blanks) {
        var said = saying(form.subject(blanks), "");
        return new Message(purpose, about, to, said.content, release, new Filling(form, Map.copyOf(blanks)));
    }

    public Message html(String html) {
        var c = content;
        return with(new Content(c.subject, c.text, html, c.attachments, c.replyTo, c.unsubscribe));
    }

    public Message attach(Attachment attachment) {
        var c = content;
        var all = Stream.concat(c.attachments.stream(), Stream.of(attachment)).toList();
        return with(new Content(c.subject, c.text, c.html, all, c.replyTo, c.unsubscribe));
    }

    public Message replyTo(EmailAddress replyTo) {
        var c = content;
        return with(new Content(c.subject, c.text, c.html, c.attachments, replyTo, c.unsubscribe));
    }

    public Message unsubscribe(URI oneClick) {
        var c = content;
        return with(new Content(c.subject, c.text, c.html, c.attachments, c.replyTo, oneClick));
    }

    public Message campaign(String slug) {
        return with(new About(about.scope, about.key, slug, about.reference, about.person));
    }

    public Message reference(UUID reference) {
        return with(new About(about.scope, about.key, about.campaign, reference, about.person));
    }

    public Message person(UUID signature) {
        return with(new About(about.scope, about.key, about.campaign, about.reference, signature));
    }

    public Message notBefore(Instant notBefore) {
        return with(new Release(notBefore, release.zone, release.held));
    }

    public Message zone(ZoneId zone) {
        return with(new Release(release.notBefore, zone, release.held));
    }

    public Message held() {
        return with(new Release(release.notBefore, release.zone, true));
    }

    /** The same mail as a trial to oneself: at once, and nobody's delivery. */
    public Message asTest(String key) {
        return new Message(
                Purpose.TEST,
                new About(about.scope, key, about.campaign, null, null),
                new Recipient(to.address, null),
                new Content("Test: " + content.subject, content.text, content.html, content.attachments, null, null),
                new Release(null, null, false),
                null);
    }

    private Message with(About changed) {
        return new Message(purpose, changed, to, content, release, filling);
    }

    private Message with(Content changed) {
        return new Message(purpose, about, to, changed, release, filling);
    }

    private Message with(Release changed) {
        return new Message(purpose, about, to, content, changed, filling);
    }
}
