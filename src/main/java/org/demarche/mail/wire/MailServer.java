package org.demarche.mail.wire;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

/** A mail server and the account there; user and password are null where none is named. */
public record MailServer(String host, int port, boolean tlsFromStart, String user, String password) {

    /** How servers of one protocol are written down: {@code smtp://…}, and {@code smtps://…} for TLS from the start. */
    public enum Protocol {
        SMTP(
                587,
                465,
                "DEMARCHE_SMTP_URL cannot be read: it must be smtp://user:password@host:port"
                        + " or smtps://…, with special characters of user and password percent-encoded."),
        IMAP(
                143,
                993,
                "DEMARCHE_IMAP_URL cannot be read: it must be"
                        + " imap://user:password@host:port/Folder or imaps://…, with special characters percent-encoded.");

        private final int port;
        private final int portOverTls;
        private final String help;

        Protocol(int port, int portOverTls, String help) {
            this.port = port;
            this.portOverTls = portOverTls;
            this.help = help;
        }

        /** What is wrong with such a URL; never repeats it, since it holds a password. */
        public IllegalStateException unreadable() {
            return new IllegalStateException(help);
        }
    }

    /** The relay, as in {@code smtp://user:password@host:port}; user and password percent-encoded. */
    public static MailServer relay(String url) {
        return of(uri(url, Protocol.SMTP), Protocol.SMTP);
    }

    /** @throws IllegalStateException where it is none; the message never repeats it, since it holds a password */
    public static URI uri(String url, Protocol protocol) {
        try {
            return new URI(url.strip());
        } catch (URISyntaxException e) {
            throw protocol.unreadable();
        }
    }

    /** @throws IllegalStateException where the URI names no server of this protocol */
    public static MailServer of(URI uri, Protocol protocol) {
        var tls = (protocol.name() + "s").equalsIgnoreCase(uri.getScheme());
        if (!tls && !protocol.name().equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
            throw protocol.unreadable();
        }
        var port = uri.getPort() > 0 ? uri.getPort() : tls ? protocol.portOverTls : protocol.port;
        var host = uri.getHost().replaceAll("^\\[|]$", "");
        var account = uri.getRawUserInfo();
        if (account == null) {
            return new MailServer(host, port, tls, null, null);
        }
        var colon = account.indexOf(':');
        try {
            return new MailServer(
                    host,
                    port,
                    tls,
                    decode(colon < 0 ? account : account.substring(0, colon)),
                    colon < 0 ? "" : decode(account.substring(colon + 1)));
        } catch (IllegalArgumentException badEncoding) {
            throw protocol.unreadable();
        }
    }

    /** Percent-encoding undone; a plus sign is one. */
    public static String decode(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Whether it is on this machine, the only place where mail and passwords may travel without TLS. */
    public boolean onThisMachine() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknownForNow) {
            return false;
        }
    }

    /** Never the account: it must not reach a log. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
