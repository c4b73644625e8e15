package org.demarche.common;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/** A mailbox by RFC 5321 and RFC 6531, without display name or comments; the domain is kept in ASCII form. */
public record EmailAddress(String value) {

    /** RFC 5321 section 4.5.3.1.3: a path is at most 256 octets with its brackets. */
    private static final int MAX_LENGTH = 254;

    private static final EmailValidator VALIDATOR = JMail.validator()
            .disallowIpDomain()
            .requireTopLevelDomain()
            .disallowExplicitSourceRouting()
            .disallowQuotedIdentifiers()
            .disallowObsoleteWhitespace();

    public EmailAddress {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("an e-mail address is needed");
        }
    }

    /** The address in what a person typed, trimmed; empty where it is none. */
    public static Optional<EmailAddress> parse(String typed) {
        if (typed == null) {
            return Optional.empty();
        }
        var trimmed = typed.strip();
        if (trimmed.length() > MAX_LENGTH || trimmed.chars().anyMatch(c -> c < 0x21 || c == '<' || c == '(')) {
            return Optional.empty();
        }
        return VALIDATOR
                .tryParse(trimmed)
                .flatMap(parsed -> asciiDomain(parsed.domain())
                        .map(domain -> new EmailAddress(parsed.localPart() + "@" + domain)));
    }

    private static Optional<String> asciiDomain(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    public String localPart() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /** Never the address itself: an address must not reach a log. */
    @Override
    public String toString() {
        return "EmailAddress[…@" + domain() + "]";
    }
}
