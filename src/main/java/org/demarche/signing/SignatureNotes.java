package org.demarche.signing;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Duration;
import java.time.Instant;
import org.demarche.common.Token;
import org.demarche.signing.guard.Suspicion;

/** What is noted beside a signature: its link, by the guard, by staff, by the mail, and of what its signer was asked. */
@MappedSuperclass
public abstract class SignatureNotes extends PanacheEntityBase {

    /** How long the link in the mail can be used. */
    public static final Duration CONFIRM_WITHIN = Duration.ofDays(7);

    /** A mail sent just before closing can still be confirmed a day later. */
    public static final Duration GRACE_AFTER_CLOSING = Duration.ofHours(24);

    @Column(name = "confirmation_hash")
    public byte[] confirmationHash;

    @Column(name = "confirmation_mails")
    int confirmationMails;

    @Column(name = "confirm_by")
    Instant confirmBy;

    /** Why the guard held it; null for those it let pass. Stays after a release, so that staff can look back. */
    @Enumerated(EnumType.STRING)
    @Column(name = "held_for")
    public Suspicion heldFor;

    @Column(name = "held_network")
    public String heldNetwork;

    /** Which words of the four questions its signer was shown; null where that is not on record. */
    @Column(name = "consent_version")
    Integer consentVersion;

    /** Whether the mail that asks for confirmation came back. */
    public boolean undeliverable;

    /** What staff say to its comment and its public name; null where there is neither. */
    @Enumerated(EnumType.STRING)
    public Words words;

    /** From 1: the how-manieth name of its mailbox. */
    @Column(name = "mailbox_place")
    int mailboxPlace = 1;

    /** When whoever has not confirmed was reminded, once. */
    @Column(name = "reminded_at")
    Instant remindedAt;

    /** Whether its comment may be printed and its name be shown, as far as staff are concerned. */
    boolean wordsMayBeShown(String unread) {
        return words == null || words == Words.CLEARED || words == Words.UNREAD && "show".equals(unread);
    }

    /** A fresh link; earlier ones stop working. */
    Token newConfirmation(Instant now) {
        var token = Token.random();
        confirmationHash = token.hash();
        confirmBy = now.plus(CONFIRM_WITHIN);
        confirmationMails++;
        return token;
    }

    /** A link for the one reminder, good for no longer than the first. */
    Token remind(Instant now) {
        var token = Token.random();
        confirmationHash = token.hash();
        confirmationMails++;
        remindedAt = now;
        return token;
    }
}
