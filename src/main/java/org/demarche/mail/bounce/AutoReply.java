package org.demarche.mail.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.regex.Pattern;

/** Answers that no person wrote: RFC 3834 and what was in use before it. */
final class AutoReply {

    private static final Pattern SUBJECT = Pattern.compile(
            "(?i)^[\\s\\[(【]*(auto(matic|mated)?[ -:]*(re(ply|sponse)|answer)|out of (the )?office|away from|vacation|on leave"
                    + "|abwesen|automatische antwort|r[ée]ponse automatique|absence|respuesta autom|risposta automatica"
                    + "|自動(応答|返信)|不在|부재중|자동 ?(응답|회신)|自动(回复|答复)|自動回覆)");

    /** A filter that lets nothing through before the sender has done something: a person has to see that. */
    private static final Pattern CHALLENGE = Pattern.compile(
            "(?is)(verify|confirm) your (message|e-?mail|address)|your message (is|has been|was) (being )?held"
                    + "|(have|release) your message|not a (robot|machine)|prove that you");

    private AutoReply() {}

    /** Whether it asks for something before the mail is delivered. */
    static boolean asks(MimeMessage mail, String text) throws MessagingException {
        return CHALLENGE
                .matcher((mail.getSubject() == null ? "" : mail.getSubject()) + "\n" + text)
                .find();
    }

    static boolean is(MimeMessage mail) throws MessagingException {
        var automatic = first(mail, "Auto-Submitted").toLowerCase(Locale.ROOT);
        if (!automatic.isEmpty()) {
            return !automatic.startsWith("no");
        }
        var precedence = first(mail, "Precedence").toLowerCase(Locale.ROOT);
        return has(mail, "X-Autoreply")
                || has(mail, "X-Autorespond")
                || has(mail, "X-Auto-Reply-From")
                || has(mail, "X-Mail-Autoreply")
                || precedence.contains("auto")
                || SUBJECT.matcher(mail.getSubject() == null ? "" : mail.getSubject())
                        .find();
    }

    private static boolean has(MimeMessage mail, String header) throws MessagingException {
        return !first(mail, header).isEmpty();
    }

    private static String first(MimeMessage mail, String header) throws MessagingException {
        var values = mail.getHeader(header);
        return values == null ? "" : values[0].strip();
    }
}
