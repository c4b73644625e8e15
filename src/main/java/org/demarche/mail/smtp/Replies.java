package org.demarche.mail.smtp;

import jakarta.mail.MessagingException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Reads what the mail library throws. */
final class Replies {

    /** RFC 5321 section 3.8: the relay is closing down or will not talk now. */
    private static final int CLOSING = 421;

    /** RFC 3463: the sender's address is at fault, not the recipient's. */
    private static final String SENDER_AT_FAULT = "5.1.7";

    private record Reply(int code, boolean aboutSender, String words) {}

    private Replies() {}

    /** What the relay said; empty where it said nothing. */
    static Optional<Outcome> outcome(MessagingException thrown) {
        var reply = reply(thrown);
        return reply == null ? Optional.empty() : Optional.of(outcome(reply));
    }

    private static Outcome outcome(Reply reply) {
        var answer = Answer.clean(reply.words);
        if (reply.code == CLOSING) {
            return new Outcome.RelayDown(answer);
        }
        if (reply.code < 500) {
            return new Outcome.TryLater(Answer.wait(reply.words), answer);
        }
        var status = Answer.status(reply.words).orElse(Integer.toString(reply.code));
        return new Outcome.Refused(answer, reply.aboutSender ? SENDER_AT_FAULT : status);
    }

    /** The connection ended without a reply. */
    static Outcome silence(MessagingException thrown, boolean handed, boolean cut) {
        var why = cut ? "cut off: it took too long" : "connection lost: " + Answer.clean(rootWords(thrown));
        return handed ? new Outcome.Unclear(why) : new Outcome.TryLater(null, why);
    }

    /** The largest message by the relay's own word (RFC 1870); 0 where it names none. */
    static long sizeLimit(String parameter) {
        return parameter != null && parameter.matches("\\d{1,15}") ? Long.parseLong(parameter) : 0;
    }

    static String rootWords(Throwable thrown) {
        var root = thrown;
        while (true) {
            var next = root instanceof MessagingException m ? m.getNextException() : root.getCause();
            if (next == null) {
                return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
            }
            root = next;
        }
    }

    private static Reply reply(MessagingException thrown) {
        Reply found = null;
        for (Exception e = thrown; e instanceof MessagingException m; e = m.getNextException()) {
            var reply = replyOf(m);
            if (reply != null && reply.code >= 400) {
                found = reply;
            }
        }
        return found;
    }

    private static Reply replyOf(MessagingException thrown) {
        return switch (thrown) {
            case SMTPAddressFailedException e -> new Reply(e.getReturnCode(), false, e.getMessage());
            case SMTPSenderFailedException e -> new Reply(e.getReturnCode(), true, e.getMessage());
            case SMTPSendFailedException e ->
                new Reply(
                        e.getReturnCode(),
                        e.getCommand() != null && e.getCommand().startsWith("MAIL"),
                        e.getMessage());
            default -> null;
        };
    }
}
