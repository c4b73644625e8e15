package org.demarche.mail.bounce;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The leaves of a mail by what they are good for; reads no more of each than any report needs. */
final class Parts {

    private static final int TEXT_MOST = 64 * 1024;

    /** A mail inside a mail inside a mail: no report needs more. */
    private static final int DEPTH_MOST = 8;

    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^[> \\t]*(?:X-)?Message-ID:\\s*(<[^>\\s]{3,200}>)");

    private final List<String> statuses = new ArrayList<>();
    private final List<String> returned = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean complaint;
    private boolean receipt;

    private Parts() {}

    static Parts of(MimeMessage mail) throws MessagingException, IOException {
        var parts = new Parts();
        parts.take(mail, 0);
        return parts;
    }

    /** The machine-readable parts of RFC 3464 and RFC 6533. */
    List<String> statuses() {
        return statuses;
    }

    /** What people may read of it, the returned mail left out where it is a part of its own. */
    String text() {
        return text.toString();
    }

    boolean isComplaint() {
        return complaint;
    }

    /** Whether a mail program tells that somebody opened or deleted a mail (RFC 8098). */
    boolean isReceipt() {
        return receipt;
    }

    /** The Message-IDs of what was returned, also where it is only quoted in the text. */
    List<String> returnedIds() {
        List<String> ids = new ArrayList<>();
        for (var source : returned) {
            MESSAGE_ID.matcher(source).results().forEach(found -> ids.add(found.group(1)));
        }
        MESSAGE_ID.matcher(text).results().forEach(found -> ids.add(found.group(1)));
        return ids;
    }

    private void take(Part part, int depth) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && depth < DEPTH_MOST && part.getContent() instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                take(child, depth + 1);
            }
        } else if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
            statuses.add(read(part));
        } else if (part.isMimeType("message/feedback-report")) {
            complaint = true;
        } else if (part.isMimeType("message/disposition-notification")) {
            receipt = true;
        } else if (part.isMimeType("message/*") || part.isMimeType("text/rfc822-headers")) {
            returned.add(read(part));
        } else if (part.isMimeType("text/plain") || !part.isMimeType("text/*") && depth == 0) {
            add(read(part));
        } else if (part.isMimeType("text/html")) {
            add(read(part).replaceAll("(?s)<(style|script)\\b.*?</\\1>", " ").replaceAll("<[^>]*>", " "));
        }
    }

    private void add(String more) {
        text.append(more, 0, Math.min(more.length(), Math.max(0, TEXT_MOST - text.length())))
                .append('\n');
    }

    private static String read(Part part) throws MessagingException, IOException {
        try (var in = part.getInputStream()) {
            var bytes = in.readNBytes(TEXT_MOST);
            var named = charset(part);
            if (named != null) {
                return new String(bytes, named);
            }
            var utf8 = new String(bytes, StandardCharsets.UTF_8);
            return utf8.indexOf('\uFFFD') < 0 ? utf8 : new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** Null where it names none, or one that is not known, or the one that many name without meaning it. */
    private static Charset charset(Part part) {
        try {
            var name = new ContentType(part.getContentType()).getParameter("charset");
            if (name == null || name.equalsIgnoreCase("us-ascii")) {
                return null;
            }
            return Charset.forName(MimeUtility.javaCharset(name));
        } catch (MessagingException | IllegalArgumentException guess) {
            return null;
        }
    }
}
