package org.demarche.common;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Why something typed is no mailbox that can be written to; RFC 5321 section 4.1.2, RFC 6531 section 3.3. */
public enum MailboxFlaw {
    /** A blank or another sign that stands in no address, inside of it. */
    BLANK,
    /** No {@code @}, or more than one. */
    AT,
    /** A dot at an edge or two in a row, or signs that would need quotes, before the {@code @}. */
    NAME,
    /** Not two or more labels of letters, digits and inner hyphens after the {@code @}; an address in numbers is none. */
    DOMAIN,
    /** More octets than a path or a local part may have (RFC 5321 section 4.5.3.1). */
    TOO_LONG;

    static final int PATH_OCTETS = 254;
    private static final int LOCAL_OCTETS = 64;
    private static final int DOMAIN_OCTETS = 255;

    /** Two labels or more, the last of them not in numbers alone. */
    private static final Pattern HOST =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9-]*[a-z][a-z0-9-]*");

    /** Of {@code atext} what is no letter or digit (RFC 5322 section 3.2.3). */
    private static final String ATEXT = "!#$%&'*+-/=?^_`{|}~";

    /** The first that is wrong; null where nothing is. */
    static MailboxFlaw of(String trimmed) {
        if (trimmed.codePoints().anyMatch(c -> c <= 0x20 || c == 0x7f || Character.isSpaceChar(c) || isControl(c))) {
            return BLANK;
        }
        int at = trimmed.indexOf('@');
        if (at < 0 || at != trimmed.lastIndexOf('@')) {
            return AT;
        }
        var local = trimmed.substring(0, at);
        if (!isDotString(local)) {
            return NAME;
        }
        var domain = ascii(trimmed.substring(at + 1));
        if (domain == null) {
            return DOMAIN;
        }
        return octets(local) > LOCAL_OCTETS || octets(local) + 1 + domain.length() > PATH_OCTETS ? TOO_LONG : null;
    }

    /** The domain as DNS has it; null where it can be none. */
    static String ascii(String domain) {
        try {
            var ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(java.util.Locale.ROOT);
            return HOST.matcher(ascii).matches() && !ascii.endsWith("-") && ascii.length() <= DOMAIN_OCTETS
                    ? ascii
                    : null;
        } catch (IllegalArgumentException unusable) {
            return null;
        }
    }

    private static boolean isDotString(String local) {
        return !local.isEmpty()
                && !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..")
                && local.codePoints().allMatch(c -> c == '.' || c >= 0x80 || isAtext(c));
    }

    private static boolean isAtext(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || ATEXT.indexOf(c) >= 0;
    }

    /** Controls, and what only changes how its neighbours are drawn. */
    private static boolean isControl(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
