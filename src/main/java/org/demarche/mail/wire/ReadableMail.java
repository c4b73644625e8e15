package org.demarche.mail.wire;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A stored mail taken apart for reading; text and HTML are null where there is none. */
public record ReadableMail(List<Header> headers, String text, String html, List<File> files) {

    /** A header as its reader sees it, encoded words decoded. */
    public record Header(String name, String value) {}

    /** An attached file. */
    public record File(String name, String mediaType, byte[] bytes) {
        public int kilobytes() {
            return Math.ceilDiv(bytes.length, 1024);
        }
    }

    /** @throws IllegalStateException where it is no mail that can be read */
    public static ReadableMail parse(byte[] bytes) {
        try {
            var mime = new MimeMessage(MailStreams.session(false), new ByteArrayInputStream(bytes));
            var headers = new ArrayList<Header>();
            for (var header : Collections.list(mime.getAllHeaders())) {
                headers.add(
                        new Header(header.getName(), MimeUtility.decodeText(MimeUtility.unfold(header.getValue()))));
            }
            var walk = new Walk();
            walk.through(mime);
            return new ReadableMail(headers, walk.text, walk.html, walk.files);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("a stored mail cannot be read", e);
        }
    }

    private static final class Walk {

        private final List<File> files = new ArrayList<>();
        private String text;
        private String html;

        private void through(Part part) throws MessagingException, IOException {
            if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    through(parts.getBodyPart(i));
                }
            } else if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                var type = part.getContentType().split(";", 2)[0].strip();
                files.add(
                        new File(part.getFileName(), type, part.getInputStream().readAllBytes()));
            } else if (part.isMimeType("text/html")) {
                html = (String) part.getContent();
            } else if (part.isMimeType("text/plain")) {
                text = (String) part.getContent();
            }
        }
    }
}
