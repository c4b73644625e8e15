package org.demarche.mail;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.regex.Pattern;
import org.demarche.common.EmailAddress;
import org.demarche.mail.wire.HeaderText;
import org.demarche.mail.wire.MailStreams;

/** Makes the bytes of a mail: text before HTML (RFC 2046 section 5.1.4), attachments after both. */
@ApplicationScoped
class Rendering {

    static {
        MailStreams.ready();
    }

    /** All that {@code \R} stands for, except the one that mail has. */
    private static final Pattern OTHER_LINE_END =
            Pattern.compile("\\r(?!\\n)|(?<!\\r)\\n|[\\x0B\\f\\x85\\u2028\\u2029]");

    private final MailConfig config;
    private final Marks marks;
    private final Signing signing;
    private final EmailAddress replyTo;
    private final Instance<SenderName> names;

    Rendering(MailConfig config, Marks marks, Signing signing, Instance<SenderName> names) {
        this.names = names;
        this.config = config;
        this.marks = marks;
        this.signing = signing;
        this.replyTo = config.mailReplyTo()
                .map(address -> EmailAddress.parse(address)
                        .orElseThrow(() -> new IllegalStateException("DEMARCHE_MAIL_REPLY_TO must be an address.")))
                .orElse(null);
    }

    byte[] bytes(UUID id, Message message, Instant now) {
        try {
            var mime = new MimeMessage(session(message)) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    HeaderText.set(this, "Message-ID", messageId(id));
                }
            };
            head(mime, message, now);
            body(mime, message.content(), id);
            mime.saveChanges();
            var bytes = new ByteArrayOutputStream();
            mime.writeTo(bytes);
            return signing.sign(bytes.toByteArray(), now);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("mail " + id + " cannot be rendered", e);
        }
    }

    private String messageId(UUID id) {
        var from = config.mailFrom();
        return "<" + marks.of(id) + "@" + from.substring(from.lastIndexOf('@') + 1) + ">";
    }

    private static Session session(Message message) {
        return MailStreams.session(message.to().address().value().chars().anyMatch(c -> c >= 0x80));
    }

    private void head(MimeMessage mime, Message message, Instant now) throws MessagingException {
        var content = message.content();
        HeaderText.from(mime, config.mailFrom(), senderName());
        HeaderText.to(mime, message.to().address().value(), message.to().name());
        var answers = content.replyTo() == null ? replyTo : content.replyTo();
        if (answers != null) {
            HeaderText.replyTo(mime, answers.value());
        }
        HeaderText.subject(mime, content.subject());
        mime.setSentDate(Date.from(now));
        switch (message.purpose()) {
            // RFC 3834: nobody's holiday notice need answer these.
            case CONFIRMATION, RECEIPT, NOTICE, TEST, STAFF -> HeaderText.set(mime, "Auto-Submitted", "auto-generated");
            case NEWS, MISSION_LETTER -> {}
        }
        if (content.unsubscribe() != null) {
            HeaderText.set(mime, "List-Unsubscribe", "<" + content.unsubscribe() + ">");
            HeaderText.set(mime, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    private String senderName() {
        return names.stream()
                .map(SenderName::chosen)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElseGet(config::organisationName);
    }

    private static void body(MimeMessage mime, Message.Content content, UUID id) throws MessagingException {
        if (content.attachments().isEmpty()) {
            words(mime, content, id);
            return;
        }
        var mixed = parts("mixed", id);
        var words = new MimeBodyPart();
        words(words, content, id);
        mixed.addBodyPart(words);
        for (var attachment : content.attachments()) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(
                    new ByteArrayDataSource(attachment.bytes(), HeaderText.mediaType(attachment.mediaType()))));
            HeaderText.fileName(part, attachment.fileName());
            HeaderText.attached(part);
            mixed.addBodyPart(part);
        }
        mime.setContent(mixed);
    }

    private static void words(jakarta.mail.internet.MimePart part, Message.Content content, UUID id)
            throws MessagingException {
        if (content.html() == null) {
            part.setText(lines(content.text()), "UTF-8");
            return;
        }
        var alternative = parts("alternative", id);
        var text = new MimeBodyPart();
        text.setText(lines(content.text()), "UTF-8");
        alternative.addBodyPart(text);
        var html = new MimeBodyPart();
        html.setText(lines(content.html()), "UTF-8", "html");
        alternative.addBodyPart(html);
        part.setContent(alternative);
    }

    /** The library's own boundary differs at every rendering, and a mail has to have the same bytes at every try. */
    private static MimeMultipart parts(String subtype, UUID id) throws MessagingException {
        return new MimeMultipart(subtype) {
            {
                var type = new ContentType("multipart", subtype, null);
                type.setParameter("boundary", "=_" + subtype + "_" + id);
                contentType = type.toString();
            }
        };
    }

    /** Lines end in CR LF already where they are stored, so that what is sent is what is stored. */
    private static String lines(String text) {
        return OTHER_LINE_END.matcher(text).find() ? text.replaceAll("\\R", "\r\n") : text;
    }
}
