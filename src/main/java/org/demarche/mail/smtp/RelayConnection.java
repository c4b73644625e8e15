package org.demarche.mail.smtp;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import org.demarche.mail.wire.MailServer;
import org.demarche.mail.wire.QuickSockets;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** One kept-open connection to the relay, used by one thread at a time. */
final class RelayConnection {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(30);

    /** Relays end long connections as they like; better to end them ourselves between two messages. */
    private static final int MOST_MESSAGES = 100;

    private static final long LONGEST_LIFE = Duration.ofMinutes(5).toNanos();

    /** Unused for longer it is given back: relays count connections, and routers forget them. */
    private static final long LONGEST_SILENCE = Duration.ofSeconds(30).toNanos();

    private final MailServer relay;
    private final QuickSockets sockets = new QuickSockets();
    private final Session session;
    private final SMTPTransport transport;
    private final long openedAt = System.nanoTime();
    private long usedAt = openedAt;
    private int messages;
    private boolean lost;
    private volatile boolean cut;

    /** @param utf8 for one message to an address outside ASCII; others are better off without (RFC 6531 section 3.6) */
    RelayConnection(
            MailServer relay, String sender, boolean utf8, Duration readTimeout, ScheduledExecutorService watchdog) {
        this.relay = relay;
        var properties = new Properties();
        properties.put("mail.smtp.socketFactory", sockets);
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.ssl.enable", Boolean.toString(relay.tlsFromStart()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", Boolean.toString(!relay.onThisMachine()));
        properties.put("mail.smtp.auth", Boolean.toString(relay.user() != null));
        properties.put("mail.smtp.connectiontimeout", Long.toString(CONNECT_TIMEOUT.toMillis()));
        properties.put("mail.smtp.timeout", Long.toString(readTimeout.toMillis()));
        properties.put("mail.smtp.writetimeout", Long.toString(WRITE_TIMEOUT.toMillis()));
        properties.put("mail.smtp.executor.writetimeout", watchdog);
        properties.put("mail.mime.allowutf8", Boolean.toString(utf8));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.from", sender);
        properties.put("mail.smtp.localhost", sender.substring(sender.lastIndexOf('@') + 1));
        // RFC 3461: hear of failures and delays, and get only the headers back.
        properties.put("mail.smtp.dsn.notify", "FAILURE,DELAY");
        properties.put("mail.smtp.dsn.ret", "HDRS");
        this.session = Session.getInstance(properties);
        this.transport = new SMTPTransport(session, null);
    }

    /** Empty when it stands; else why not: the relay is away, refuses the account or offers no TLS. */
    Optional<Outcome> open() {
        try {
            transport.connect(relay.host(), relay.port(), relay.user(), relay.password());
            return Optional.empty();
        } catch (MessagingException e) {
            var why = cut ? "it took too long" : Replies.rootWords(e);
            return Optional.of(new Outcome.RelayDown(Answer.clean("no connection: " + why)));
        }
    }

    boolean isFresh() {
        return messages == 0;
    }

    boolean isGood() {
        var now = System.nanoTime();
        return messages < MOST_MESSAGES && now - openedAt < LONGEST_LIFE && now - usedAt < LONGEST_SILENCE;
    }

    /** Whether it broke by itself, which says nothing of the message where the connection was old. */
    boolean wasLost() {
        return lost && !cut;
    }

    Outcome send(Envelope envelope) {
        var message = new StoredMessage(session, envelope);
        messages++;
        try {
            var size = Replies.sizeLimit(transport.getExtensionParameter("SIZE"));
            if (size > 0 && envelope.bytes().length > size) {
                return new Outcome.Refused("552 5.3.4 larger than the " + size + " bytes the relay takes", "5.3.4");
            }
            if (envelope.needsUtf8() && !transport.supportsExtension("SMTPUTF8")) {
                return new Outcome.Refused("553 5.6.7 the relay takes no address outside ASCII", "5.6.7");
            }
            if (envelope.id() != null && transport.supportsExtension("DSN")) {
                message.setMailExtension("ENVID=" + envelope.id());
            }
            transport.sendMessage(message, new Address[] {new InternetAddress(envelope.to(), false)});
            return new Outcome.Accepted(Answer.clean(transport.getLastServerResponse()));
        } catch (MessagingException e) {
            var reply = Replies.outcome(e);
            lost = reply.isEmpty();
            return reply.orElseGet(() -> Replies.silence(e, message.handed(), cut));
        } finally {
            usedAt = System.nanoTime();
        }
    }

    /** From another thread: ends a dialogue that takes too long. */
    void cut() {
        cut = true;
        closeSocket();
    }

    /** Politely where it still stands, and never waiting for an answer. */
    void close() {
        try {
            transport.close();
        } catch (MessagingException alreadyBroken) {
            closeSocket();
        }
    }

    private void closeSocket() {
        try {
            sockets.close();
        } catch (IOException alreadyClosed) {
            // Nothing is left to close.
        }
    }
}
