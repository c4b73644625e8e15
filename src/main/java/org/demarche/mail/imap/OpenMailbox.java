package org.demarche.mail.imap;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.demarche.mail.wire.MailStreams;
import org.demarche.mail.wire.QuickSockets;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/** A connection to the mailbox with its folder open, used by one thread. */
public final class OpenMailbox implements AutoCloseable {

    static {
        MailStreams.ready();
    }

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Larger mails are read up to here: enough for any report, and no mail fills the memory. */
    static final int MOST_BYTES = 5_000_000;

    private static final int BATCH = 200;

    /** What is done with one mail; by throwing it ends the round, and the mail comes again. */
    public interface Reader {
        /** @return whether the mail needs no human eye, and so is marked as seen */
        boolean read(long uidValidity, long uid, byte[] bytes);
    }

    private final QuickSockets sockets = new QuickSockets();
    private final ScheduledExecutorService watchdog;
    private final IMAPStore store;
    private final IMAPFolder folder;
    private volatile boolean quiet;

    /** @throws MessagingException where it cannot be opened: the server is away, refuses the account or offers no TLS */
    public OpenMailbox(MailboxAddress address, ScheduledExecutorService watchdog) throws MessagingException {
        this.watchdog = watchdog;
        var server = address.server();
        var protocol = server.tlsFromStart() ? "imaps" : "imap";
        var properties = new Properties();
        properties.put("mail." + protocol + ".socketFactory", sockets);
        properties.put("mail." + protocol + ".socketFactory.fallback", "false");
        properties.put("mail." + protocol + ".ssl.enable", Boolean.toString(server.tlsFromStart()));
        properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        properties.put("mail." + protocol + ".starttls.enable", "true");
        properties.put(
                "mail." + protocol + ".starttls.required",
                Boolean.toString(!server.tlsFromStart() && !server.onThisMachine()));
        properties.put("mail." + protocol + ".connectiontimeout", Long.toString(TIMEOUT.toMillis()));
        properties.put("mail." + protocol + ".timeout", Long.toString(TIMEOUT.toMillis()));
        properties.put("mail." + protocol + ".partialfetch", "false");
        this.store = new NamedStore(Session.getInstance(properties), protocol, server.tlsFromStart());
        store.connect(server.host(), server.port(), server.user(), server.password());
        this.folder = (IMAPFolder) store.getFolder(address.folder());
        folder.open(Folder.READ_WRITE);
    }

    private static final class NamedStore extends IMAPStore {
        NamedStore(Session session, String protocol, boolean tls) {
            super(session, null, protocol, tls);
        }
    }

    public long uidValidity() throws MessagingException {
        return folder.getUIDValidity();
    }

    /**
     * Reads what came after this UID, in the order of arrival.
     *
     * @return how many mails were read
     */
    public int after(long uid, Reader reader) throws MessagingException {
        var validity = folder.getUIDValidity();
        var read = 0;
        // A server answers "from n on" with its last mail even where that is older than n.
        var mails = Arrays.stream(folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID))
                .filter(mail -> uidOf(mail) > uid)
                .toArray(Message[]::new);
        for (int from = 0; from < mails.length; from += BATCH) {
            var batch = Arrays.copyOfRange(mails, from, Math.min(mails.length, from + BATCH));
            var sizes = new FetchProfile();
            sizes.add(FetchProfile.Item.SIZE);
            folder.fetch(batch, sizes);
            for (var mail : batch) {
                if (mail.isExpunged()) {
                    continue;
                }
                if (reader.read(validity, uidOf(mail), bytes((IMAPMessage) mail))) {
                    mail.setFlag(Flags.Flag.SEEN, true);
                }
                read++;
            }
        }
        return read;
    }

    /** Waits until the server tells of new mail, at most so long; servers that cannot tell are asked after that time. */
    public void await(Duration most) throws MessagingException, InterruptedException {
        if (!store.hasCapability("IDLE")) {
            Thread.sleep(most);
            return;
        }
        quiet = true;
        var wake = watchdog.schedule(this::wake, most.toMillis(), TimeUnit.MILLISECONDS);
        var cut = watchdog.schedule(this::cut, most.plus(TIMEOUT).toMillis(), TimeUnit.MILLISECONDS);
        try {
            folder.idle(true);
        } finally {
            quiet = false;
            wake.cancel(false);
            cut.cancel(false);
        }
    }

    /** From another thread: ends whatever the connection is waiting for. */
    public void cut() {
        try {
            sockets.close();
        } catch (IOException alreadyClosed) {
            // Nothing is left to close.
        }
    }

    @Override
    public void close() {
        cut();
        try {
            store.close();
        } catch (MessagingException alreadyBroken) {
            // It is closed already.
        }
    }

    /** Any command ends the waiting; where the line is dead, {@link #cut} follows. */
    private void wake() {
        if (quiet) {
            Thread.ofVirtual().start(() -> {
                try {
                    folder.doCommand(protocol -> {
                        protocol.noop();
                        return null;
                    });
                } catch (MessagingException lineIsDead) {
                    cut();
                }
            });
        }
    }

    private long uidOf(Message mail) {
        try {
            return folder.getUID(mail);
        } catch (MessagingException goneMeanwhile) {
            return -1;
        }
    }

    private static byte[] bytes(IMAPMessage mail) throws MessagingException {
        // Looking must not mark it as seen.
        mail.setPeek(true);
        try (var in = mail.getMimeStream()) {
            return in.readNBytes(MOST_BYTES);
        } catch (IOException lost) {
            throw new MessagingException("the connection was lost", lost);
        }
    }
}
