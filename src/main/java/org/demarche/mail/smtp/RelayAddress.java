package org.demarche.mail.smtp;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

/** Where mail leaves, as in {@code smtp://user:password@host:port} or {@code smtps://…}; user and password percent-encoded. */
public record RelayAddress(String host, int port, boolean tlsFromStart, String user, String password) {

    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_OVER_TLS = 465;

    /** @throws IllegalStateException where it is none; the message never repeats it, since it holds a password */
    public static RelayAddress parse(String url) {
        try {
            var uri = new URI(url.strip());
            var tls = "smtps".equalsIgnoreCase(uri.getScheme());
            if (!tls && !"smtp".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
                throw unreadable();
            }
            var port = uri.getPort() > 0 ? uri.getPort() : tls ? SUBMISSION_OVER_TLS : SUBMISSION;
            var host = uri.getHost().replaceAll("^\\[|]$", "");
            var account = uri.getRawUserInfo();
            if (account == null) {
                return new RelayAddress(host, port, tls, null, null);
            }
            var colon = account.indexOf(':');
            return colon < 0
                    ? new RelayAddress(host, port, tls, decode(account), "")
                    : new RelayAddress(
                            host, port, tls, decode(account.substring(0, colon)), decode(account.substring(colon + 1)));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw unreadable();
        }
    }

    /** Whether the relay is on this machine, the only place where mail may travel without TLS. */
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
        return new IllegalStateException("DEMARCHE_SMTP_URL cannot be read: it must be smtp://user:password@host:port"
                + " or smtps://…, with special characters of user and password percent-encoded.");
    }

    /** Never the account: it must not reach a log. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
