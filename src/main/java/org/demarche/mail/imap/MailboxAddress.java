package org.demarche.mail.imap;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.demarche.mail.wire.MailServer;
import org.demarche.mail.wire.MailServer.Protocol;

/** A mailbox to read, as in {@code imap://user:password@host:port/Folder} or {@code imaps://…}; percent-encoded. */
public record MailboxAddress(MailServer server, String folder) {

    /** @throws IllegalStateException where it is none; the message never repeats it, since it holds a password */
    public static MailboxAddress parse(String url) {
        var uri = MailServer.uri(url, Protocol.IMAP);
        var server = MailServer.of(uri, Protocol.IMAP);
        if (server.user() == null) {
            throw Protocol.IMAP.unreadable();
        }
        var folder = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("^/", "");
        return new MailboxAddress(server, folder.isEmpty() ? "INBOX" : MailServer.decode(folder));
    }

    /** 16 hex digits that tell this mailbox from another, and nothing else. */
    public String key() {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((server.user() + "\n" + server.host() + "\n" + folder).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Never the account: it must not reach a log. */
    @Override
    public String toString() {
        return server.toString();
    }
}
