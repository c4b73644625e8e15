package org.demarche.mail.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.demarche.mail.bounce.Incoming.Kind;
import org.demarche.mail.wire.MailStreams;

/** Takes a mail apart: standard reports first, then those of older or peculiar systems, then machines, then people. */
public final class IncomingReader {

    static {
        MailStreams.ready();
    }

    /** Where mail servers write down for which address they took a mail. */
    private static final List<String> DELIVERED_TO = List.of(
            "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Delivered-To", "To", "Received");

    /** By which an answer names what it answers. */
    private static final List<String> ANSWERS_TO = List.of("In-Reply-To", "References");

    private IncomingReader() {}

    /**
     * @param bytes message/rfc822, of any origin and possibly broken
     * @throws MessagingException where it cannot be read at all
     */
    public static Incoming read(byte[] bytes) throws MessagingException, IOException {
        var mail = new MimeMessage(MailStreams.session(false), new ByteArrayInputStream(bytes));
        var parts = Parts.of(mail);
        var standard = DeliveryReport.in(parts);
        if (standard != null) {
            return with(standard, returnAddress(mail), parts.returnedIds());
        }
        if (parts.isComplaint()) {
            return new Incoming(
                    Kind.COMPLAINT, "", subject(mail), List.of(), all(returnAddress(mail), parts.returnedIds()));
        }
        var odd = OddReport.in(mail, parts);
        if (odd != null) {
            return with(odd, returnAddress(mail), parts.returnedIds());
        }
        var kind = parts.isReceipt() || AutoReply.is(mail) && !AutoReply.asks(mail, parts.text())
                ? Kind.AUTO_REPLY
                : Kind.LETTER;
        return new Incoming(kind, "", subject(mail), List.of(), all(headers(mail, ANSWERS_TO), returnAddress(mail)));
    }

    private static Incoming with(Incoming report, List<String> first, List<String> last) {
        return new Incoming(
                report.kind(),
                report.status(),
                report.words(),
                report.recipients(),
                all(first, all(report.marks(), last)));
    }

    private static List<String> returnAddress(MimeMessage mail) throws MessagingException {
        return headers(mail, DELIVERED_TO);
    }

    private static List<String> headers(MimeMessage mail, List<String> names) throws MessagingException {
        List<String> found = new ArrayList<>();
        for (var name : names) {
            var values = mail.getHeader(name);
            if (values != null) {
                found.addAll(List.of(values));
            }
        }
        return found;
    }

    private static String subject(MimeMessage mail) throws MessagingException {
        return mail.getSubject() == null ? "" : mail.getSubject();
    }

    private static List<String> all(List<String> first, List<String> then) {
        List<String> all = new ArrayList<>(first);
        all.addAll(then);
        return List.copyOf(all);
    }
}
