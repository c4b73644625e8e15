package org.demarche.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.demarche.common.EmailAddress;
import org.demarche.privacy.Locked;
import org.demarche.privacy.Vault;

/** What of a mail is sealed and what is only indexed. */
@ApplicationScoped
class MailVault {

    private static final int SIGNATURE_BYTES = 4;

    private final Vault vault;

    MailVault(Vault vault) {
        this.vault = vault;
    }

    /** Equal for spellings of one mailbox that differ in case only. */
    String index(EmailAddress address) {
        return HexFormat.of().formatHex(vault.blindIndex("mailbox", sameCase(address)));
    }

    /** The id of a mail follows from what makes it unique, so that the primary key keeps a second one out. */
    UUID id(Message message) {
        var unique = message.purpose() + "\u0000" + message.about().key() + "\u0000"
                + sameCase(message.to().address());
        return own(vault.blindIndex("mail", unique));
    }

    /** Version 8 of RFC 9562: bits of our own making. */
    private static UUID own(byte[] bits) {
        var bytes = ByteBuffer.wrap(bits);
        return new UUID(
                bytes.getLong() & ~0xF000L | 0x8000L,
                bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }

    /** The id of a file follows from its bytes, so that a scope keeps it once. */
    UUID partId(String scope, byte[] file) {
        try {
            var digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(file));
            return own(vault.blindIndex("mail-part", scope + "\u0000" + digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] sealPart(String scope, UUID part, byte[] file) {
        return vault.seal(scope, file, "mail-part:" + part);
    }

    /** @throws Locked where it cannot be opened here */
    byte[] part(UUID part, byte[] sealed) {
        return vault.open(sealed, "mail-part:" + part);
    }

    /** Eight hex digits that only this house can make. */
    String signature(UUID mail) {
        return HexFormat.of().formatHex(vault.blindIndex("message-id", mail.toString()), 0, SIGNATURE_BYTES);
    }

    void sealInto(Mail mail, Message message) {
        mail.recipientIndex = index(message.to().address());
        mail.sealedRecipient = vault.seal(mail.scope, message.to().address().value(), context(mail.id, "to"));
        mail.sealedSubject = vault.seal(mail.scope, message.content().subject(), context(mail.id, "subject"));
    }

    byte[] seal(Mail mail, byte[] content) {
        return vault.seal(mail.scope, content, context(mail.id, "content"));
    }

    /** @throws Locked where it cannot be opened here */
    EmailAddress recipient(Mail mail) {
        return new EmailAddress(vault.openText(mail.sealedRecipient, context(mail.id, "to")));
    }

    /** @throws Locked where it cannot be opened here */
    byte[] content(UUID mail, byte[] sealed) {
        return vault.open(sealed, context(mail, "content"));
    }

    boolean opens(UUID mail, byte[] sealed) {
        try {
            content(mail, sealed);
            return true;
        } catch (Locked noKey) {
            return false;
        }
    }

    /** For lists: empty where it was erased or its key is not here. */
    Optional<String> recipientIfReadable(Mail mail) {
        return readable(mail.sealedRecipient, context(mail.id, "to"));
    }

    /** For lists: empty where it was erased or its key is not here. */
    Optional<String> subjectIfReadable(Mail mail) {
        return readable(mail.sealedSubject, context(mail.id, "subject"));
    }

    private Optional<String> readable(byte[] sealed, String context) {
        if (sealed == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(vault.openText(sealed, context));
        } catch (Locked noKey) {
            return Optional.empty();
        }
    }

    private static String context(UUID mail, String field) {
        return "mail:" + mail + ":" + field;
    }

    private static String sameCase(EmailAddress address) {
        return address.value().toLowerCase(Locale.ROOT);
    }
}
