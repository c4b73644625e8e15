package org.demarche.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The mark that a mail carries in its return address, its envelope id and its Message-ID. Only this house can make one,
 * and only those who handled the mail have seen it: what comes back without it says nothing for certain.
 */
@ApplicationScoped
class Marks {

    private static final Pattern MARK = Pattern.compile(
            "o-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([0-9a-f]{8})", Pattern.CASE_INSENSITIVE);

    private final MailVault vault;

    Marks(MailVault vault) {
        this.vault = vault;
    }

    /** 47 characters that fit an address's local part, an envelope id and a Message-ID. */
    String of(UUID mail) {
        return "o-" + mail + "." + vault.signature(mail);
    }

    /** The mail of the first genuine mark in a text. */
    Optional<UUID> in(String text) {
        return MARK.matcher(text)
                .results()
                .filter(found -> isGenuine(UUID.fromString(found.group(1)), found.group(2)))
                .map(found -> UUID.fromString(found.group(1)))
                .findFirst();
    }

    private boolean isGenuine(UUID mail, String signature) {
        return MessageDigest.isEqual(
                vault.signature(mail).getBytes(StandardCharsets.US_ASCII),
                signature.toLowerCase(java.util.Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
    }
}
