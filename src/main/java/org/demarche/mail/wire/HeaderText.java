package org.demarche.mail.wire;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.demarche.common.Text;

/**
 * The one place where text becomes part of a header. The mail library writes line breaks in a header's value or a file
 * name as they are, and so would let a name add headers of its own.
 */
public final class HeaderText {

    /** Controls, line and paragraph separators, halves of surrogate pairs. */
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private static final Pattern PATH = Pattern.compile("[/\\\\:]");

    private static final Pattern MEDIA_TYPE = Pattern.compile("[A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+");

    private HeaderText() {}

    /** One line without controls; null becomes the empty string. */
    public static String clean(String text) {
        return text == null ? "" : Text.line(BREAKS.matcher(text).replaceAll(" "));
    }

    public static void set(Part part, String header, String value) throws MessagingException {
        part.setHeader(header, clean(value));
    }

    public static void subject(MimeMessage message, String subject) throws MessagingException {
        message.setSubject(clean(subject), StandardCharsets.UTF_8.name());
    }

    public static void fileName(MimeBodyPart part, String name) throws MessagingException {
        part.setFileName(PATH.matcher(clean(name)).replaceAll("-"));
    }

    /** The type itself where it is one, without parameters; else a plain file's. */
    public static String mediaType(String type) {
        var clean = clean(type);
        return MEDIA_TYPE.matcher(clean).matches() ? clean : "application/octet-stream";
    }

    public static void attached(MimeBodyPart part) throws MessagingException {
        part.setDisposition(Part.ATTACHMENT);
    }

    public static void from(MimeMessage message, String mailbox, String name) throws MessagingException {
        message.setFrom(address(mailbox, name));
    }

    /** @param name null for none */
    public static void to(MimeMessage message, String mailbox, String name) throws MessagingException {
        message.setRecipient(RecipientType.TO, address(mailbox, name));
    }

    public static void replyTo(MimeMessage message, String mailbox) throws MessagingException {
        message.setReplyTo(new InternetAddress[] {address(mailbox, null)});
    }

    /** A mailbox for an address header, with its display name where there is one; its domain in ASCII form. */
    private static InternetAddress address(String mailbox, String name) throws MessagingException {
        var whole = clean(mailbox);
        int at = whole.lastIndexOf('@');
        var address = new InternetAddress(whole.substring(0, at + 1) + IDN.toASCII(whole.substring(at + 1)), true);
        var display = clean(name);
        if (!display.isEmpty()) {
            try {
                address.setPersonal(display, StandardCharsets.UTF_8.name());
            } catch (UnsupportedEncodingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return address;
    }
}
