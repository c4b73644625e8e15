package org.demarche.staff.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;

/**
 * Where a call goes: looked up once and checked, so that no name leads into our own network, neither at once nor by
 * answering differently the second time (OWASP, server-side request forgery).
 */
record Destination(URI uri, InetAddress address) {

    /** Why an address will not be called. */
    static final class Refused extends Exception {
        Refused(String why) {
            super(why, null, false, false);
        }
    }

    /** The form of it; nothing is looked up yet. */
    static URI parsed(String url, boolean inside) throws Refused {
        try {
            var uri = new URI(url);
            boolean secure = "https".equalsIgnoreCase(uri.getScheme());
            boolean plain = "http".equalsIgnoreCase(uri.getScheme());
            if (uri.getHost() == null || uri.getUserInfo() != null || !(secure || plain && inside)) {
                throw new Refused("It has to be a whole address that begins with https://.");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new Refused("This is no address.");
        }
    }

    static Destination of(String url, boolean inside) throws Refused {
        var uri = parsed(url, inside);
        try {
            var addresses = InetAddress.getAllByName(uri.getHost());
            for (var address : addresses) {
                if (!inside && !isOutside(address)) {
                    throw new Refused("It leads into a private network, and is not called.");
                }
            }
            return new Destination(uri, addresses[0]);
        } catch (UnknownHostException unknown) {
            throw new Refused("The name is not known.");
        }
    }

    boolean secure() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    int port() {
        return uri.getPort() > 0 ? uri.getPort() : secure() ? 443 : 80;
    }

    String path() {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** Whether this address is one of the public internet (RFC 6890 and the registries of IANA behind it). */
    static boolean isOutside(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var b = address.getAddress();
        if (address instanceof Inet4Address) {
            return isOutside4(b[0] & 0xff, b[1] & 0xff, b[2] & 0xff);
        }
        boolean uniqueLocal = (b[0] & 0xfe) == 0xfc;
        // 2000::/3 alone is given out; within it what carries an IPv4 address could lead inside: 6to4 and Teredo.
        boolean global = (b[0] & 0xe0) == 0x20;
        boolean sixToFour = b[0] == 0x20 && b[1] == 0x02;
        boolean special = b[0] == 0x20 && b[1] == 0x01 && (b[2] & 0xfe) == 0;
        return global && !uniqueLocal && !sixToFour && !special;
    }

    private static boolean isOutside4(int a, int b, int c) {
        boolean carrier = a == 100 && b >= 64 && b < 128;
        boolean special = a == 192 && b == 0 && (c == 0 || c == 2)
                || a == 198 && (b == 18 || b == 19 || b == 51 && c == 100)
                || a == 203 && b == 0 && c == 113;
        return a != 0 && a < 224 && !carrier && !special;
    }
}
