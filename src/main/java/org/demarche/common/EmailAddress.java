package org.demarche.common;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.util.Optional;

/** A mailbox by RFC 5321 and RFC 6531, without display name or comments; the domain is kept in ASCII form. */
public record EmailAddress(String value) {

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
        if (typed == null || flaw(typed).isPresent()) {
            return Optional.empty();
        }
        return VALIDATOR
                .tryParse(typed.strip())
                .map(parsed -> new EmailAddress(parsed.localPart() + "@" + MailboxFlaw.ascii(parsed.domain())));
    }

    /** What keeps it from being an address, as far as one thing can be named; empty where nothing can. */
    public static Optional<MailboxFlaw> flaw(String typed) {
        return Optional.ofNullable(MailboxFlaw.of(typed.strip()));
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
