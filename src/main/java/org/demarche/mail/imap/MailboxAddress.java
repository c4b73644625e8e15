package org.demarche.mail.imap;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A mailbox to read, as in {@code imap://user:password@host:port/Folder} or {@code imaps://…}; user and password percent-encoded. */
public record MailboxAddress(String host, int port, boolean tlsFromStart, String user, String password, String folder) {

    private static final int IMAP = 143;
    private static final int IMAP_OVER_TLS = 993;

    /** @throws IllegalStateException where it is none; the message never repeats it, since it holds a password */
    public static MailboxAddress parse(String url) {
        try {
            var uri = new URI(url.strip());
            var tls = "imaps".equalsIgnoreCase(uri.getScheme());
            var account = uri.getRawUserInfo();
            if (!tls && !"imap".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null || account == null) {
                throw unreadable();
            }
            var colon = account.indexOf(':');
            var folder = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("^/", "");
            return new MailboxAddress(
                    uri.getHost().replaceAll("^\\[|]$", ""),
                    uri.getPort() > 0 ? uri.getPort() : tls ? IMAP_OVER_TLS : IMAP,
                    tls,
                    decode(colon < 0 ? account : account.substring(0, colon)),
                    colon < 0 ? "" : decode(account.substring(colon + 1)),
                    folder.isEmpty() ? "INBOX" : decode(folder));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw unreadable();
        }
    }

    /** 16 hex digits that tell this mailbox from another, and nothing else. */
    public String key() {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((user + "\n" + host + "\n" + folder).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether it is on this machine, the only place where a password may travel without TLS. */
    boolean onThisMachine() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknownForNow) {
            return false;
        }
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IllegalStateException unreadable() {
        return new IllegalStateException("DEMARCHE_IMAP_URL cannot be read: it must be"
                + " imap://user:password@host:port/Folder or imaps://…, with special characters percent-encoded.");
    }

    /** Never the account: it must not reach a log. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
