package org.demarche.mail.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.demarche.mail.bounce.Incoming.Kind;

/** Reports that keep to no standard: qmail's, old Exim's and Sendmail's, Exchange's and Domino's, gateways' of any make. */
final class OddReport {

    private static final Pattern DAEMON = Pattern.compile(
            "(?i)mailer-?daemon|mail-?daemon|postmaster|mail delivery (sub)?system|maildelivery|\\bmmdf\\b|mdaemon"
                    + "|MicrosoftExchange[0-9a-f]+@|system administrator");

    private static final Pattern SUBJECT = Pattern.compile(
            "(?i)undeliver|non.?deliver|not delivered|delivery (status|fail|prob|error|notif|report|incomplete|subsystem)"
                    + "|fail(ed|ure).{0,20}(deliver|mail|notice)|mail(er)? (delivery|failure|error|daemon|system error)"
                    + "|returned (mail|to sender)|returning message|could not be delivered|rejected mail|message status"
                    + "|unzustellbar|non remis|échec|no se pudo|impossibile|配信|送信エラー|エラー|반송|전송 ?실패|退信|无法投递|無法傳遞"
                    + "|warning: (message|could not|e-?mail).{0,40}|delayed");

    private static final Pattern STILL_TRYING = Pattern.compile(
            "(?is)(will|to) (keep|continue|be) (re)?try(ing)?|will be retried|still being (re)?tried|no action is required"
                    + "|this is (only )?a warning|you do not need to re-?send|delivery (is |has been )?delayed"
                    + "|has not (yet )?been delivered|will continue (trying|to try)");

    /** Below these lines only the returned mail follows, which may talk of anything. */
    private static final Pattern QUOTED_FROM_HERE = Pattern.compile(
            "(?im)^-{2,}.*(below this line|copy of (the|your) message|original message|returned message|message header"
                    + "|header of|unsent message|message text follows).*$|^original message (headers|follows).*$"
                    + "|^received: (from|by) ");

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"',;:()\\[\\]]+@[A-Za-z0-9.-]+[A-Za-z0-9]");

    private static final int WORDS_MOST = 600;

    private OddReport() {}

    /** Null where it is none. */
    static Incoming in(MimeMessage mail, Parts parts) throws MessagingException {
        var failed = mail.getHeader("X-Failed-Recipients", ", ");
        var from = header(mail, "From") + " " + header(mail, "Return-Path") + " " + header(mail, "Sender");
        var own = own(parts.text());
        boolean daemon = DAEMON.matcher(from).find();
        boolean subject = SUBJECT.matcher(subject(mail)).find();
        var status = StatusWords.of(own);
        if (failed == null
                && !(daemon && (subject || status.isPresent()) || subject && status.isPresent() && isAutomatic(mail))) {
            return null;
        }
        boolean delayed = STILL_TRYING.matcher(own).find();
        if (!delayed && status.isEmpty() && failed == null && !subject) {
            return null;
        }
        var recipients = failed == null ? addresses(own) : addresses(failed);
        return new Incoming(
                delayed ? Kind.DELAYED : Kind.FAILED, status.orElse("5.0.0"), words(own), recipients, List.of());
    }

    /** A person may forward a report and write about it. */
    private static boolean isAutomatic(MimeMessage mail) throws MessagingException {
        var auto = header(mail, "Auto-Submitted");
        return !auto.isEmpty() && !auto.toLowerCase(java.util.Locale.ROOT).startsWith("no")
                || header(mail, "Return-Path").strip().equals("<>");
    }

    private static String own(String text) {
        var quoted = QUOTED_FROM_HERE.matcher(text);
        return quoted.find() && quoted.start() > 40 ? text.substring(0, quoted.start()) : text;
    }

    private static List<String> addresses(String text) {
        List<String> found = new ArrayList<>();
        ADDRESS.matcher(text).results().limit(10).forEach(address -> found.add(address.group()));
        return found;
    }

    private static String words(String own) {
        var line = own.replaceAll("\\s+", " ").strip();
        return line.length() <= WORDS_MOST ? line : line.substring(0, WORDS_MOST);
    }

    private static String subject(MimeMessage mail) throws MessagingException {
        return mail.getSubject() == null ? "" : mail.getSubject();
    }

    private static String header(MimeMessage mail, String name) throws MessagingException {
        var value = mail.getHeader(name, " ");
        return value == null ? "" : value;
    }
}
