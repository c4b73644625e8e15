package org.demarche.signing;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.demarche.campaign.Campaign;
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.demarche.common.Token;
import org.demarche.privacy.Scopes;
import org.demarche.privacy.Vault;
import org.demarche.signing.guard.Suspicion;
import org.demarche.signing.guard.Verdict;
import org.hibernate.annotations.DynamicUpdate;

/**
 * One person's act for one campaign: pending until confirmed by mail, then counted. Only what changed is written, so that
 * whoever read the row before an erasure cannot write the person back.
 */
@Entity
@DynamicUpdate
@Table(name = "signature")
public class Signature extends PanacheEntityBase {

    /** How long the link in the mail can be used. */
    public static final Duration CONFIRM_WITHIN = Duration.ofDays(7);

    /** A mail sent just before closing can still be confirmed a day later. */
    public static final Duration GRACE_AFTER_CLOSING = Duration.ofHours(24);

    /** So that nobody can be buried in mails by someone else typing their address. */
    static final int CONFIRMATION_MAILS_MAX = 5;

    @Id
    public UUID id;

    @ManyToOne(optional = false, fetch = jakarta.persistence.FetchType.LAZY)
    public Campaign campaign;

    @Enumerated(EnumType.STRING)
    public SignatureStatus status;

    @Column(name = "person")
    public byte[] sealedPerson;

    @Column(name = "person_index")
    public byte[] personIndex;

    @Column(name = "mailbox_index")
    public byte[] mailboxIndex;

    public String country;

    @Enumerated(EnumType.STRING)
    public Disclosure disclosure;

    @Column(name = "public_name")
    public boolean publicName;

    public boolean news;

    @Enumerated(EnumType.STRING)
    public Language language;

    @Column(name = "letter_version")
    public int letterVersion;

    @Enumerated(EnumType.STRING)
    public Origin origin;

    public String source;

    @Column(name = "confirmation_hash")
    public byte[] confirmationHash;

    @Column(name = "confirmation_mails")
    int confirmationMails;

    @Column(name = "confirm_by")
    Instant confirmBy;

    @Column(name = "my_hash")
    public byte[] myHash;

    /** When whoever has not confirmed was reminded, once. */
    @Column(name = "reminded_at")
    Instant remindedAt;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "confirmed_at")
    public Instant confirmedAt;

    boolean counted;

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

    static Optional<Signature> byConfirmation(Token token) {
        return find("confirmationHash", token.hash()).firstResultOptional();
    }

    static Optional<Signature> byMyToken(Token token) {
        return find("myHash", token.hash()).firstResultOptional();
    }

    /** The row that stands for this person in the campaign, locked until the transaction ends. */
    public static Optional<Signature> ofPerson(Campaign campaign, byte[] personIndex) {
        return Signature.<Signature>find("campaign = ?1 and personIndex = ?2", campaign, personIndex)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** All that signed this campaign from one mailbox, the first place first. */
    public static List<Signature> ofMailbox(Campaign campaign, byte[] mailboxIndex) {
        return list("campaign = ?1 and mailboxIndex = ?2 order by mailboxPlace", campaign, mailboxIndex);
    }

    /** Takes the first free place of a mailbox; false where so many names have signed from it already. */
    public boolean settle(int namesPerMailbox) {
        if (mailboxIndex == null) {
            return true;
        }
        var taken = ofMailbox(campaign, mailboxIndex).stream()
                .map(s -> s.mailboxPlace)
                .toList();
        for (int place = 1; place <= namesPerMailbox; place++) {
            if (!taken.contains(place)) {
                mailboxPlace = place;
                return true;
            }
        }
        return false;
    }

    /** Holds the row until the transaction ends, and reads it anew: somebody may have changed it meanwhile. */
    Signature locked() {
        getEntityManager().refresh(this, LockModeType.PESSIMISTIC_WRITE);
        return this;
    }

    /** The person, opened; needs a process that holds the key. */
    public Person person(Vault vault) {
        if (sealedPerson == null) {
            throw Refusal.unknown("This signature was erased.");
        }
        return Person.fromJson(vault.openText(sealedPerson, context()));
    }

    public void seal(Person person, Vault vault) {
        sealedPerson = vault.seal(Scopes.ofCampaign(campaign.slug), person.toJson(), context());
    }

    private String context() {
        return "signature:" + id;
    }

    /**
     * Somebody filled in the form again before it was confirmed. Their newest words are the ones that the newest link
     * confirms; of what is shown, only what both forms allow, because either may have come from someone else.
     */
    public void correct(SignForm form, Vault vault) {
        country = form.country().strip();
        disclosure = disclosure.narrower(form.chosenDisclosure());
        publicName &= form.publicName();
        news &= form.news();
        words = form.wordsToRead();
        seal(form.person(), vault);
    }

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

    /** The link for an own letter; one that is pending yet is confirmed with it. */
    public Token newLetterConfirmation(Instant now) {
        if (status != SignatureStatus.CONFIRMED) {
            return newConfirmation(now);
        }
        confirmationMails++;
        return Token.random();
    }

    public boolean mayMailLetter() {
        return (status == SignatureStatus.PENDING || status == SignatureStatus.CONFIRMED) && mailboxMayBeMailed();
    }

    boolean mayMailConfirmation() {
        return status == SignatureStatus.PENDING && mailboxMayBeMailed();
    }

    /** However many names sign from it. */
    boolean mailboxMayBeMailed() {
        return confirmationMails < CONFIRMATION_MAILS_MAX
                && ofMailbox(campaign, mailboxIndex).stream()
                                .mapToInt(s -> s.confirmationMails)
                                .sum()
                        < CONFIRMATION_MAILS_MAX;
    }

    boolean canBeConfirmed(Instant now) {
        if (status == SignatureStatus.CONFIRMED) {
            return true;
        }
        return (status == SignatureStatus.PENDING || status == SignatureStatus.HELD)
                && now.isBefore(confirmBy)
                && now.isBefore(campaign.lastConfirmation(GRACE_AFTER_CLOSING));
    }

    /** Counts from now on; a second time changes nothing. A held one remembers that its owner confirmed. */
    void confirm(Instant now) {
        if (status == SignatureStatus.PENDING) {
            status = SignatureStatus.CONFIRMED;
        }
        confirmedAt = confirmedAt == null ? now : confirmedAt;
    }

    /** A new one that the guard does not trust waits for staff, and so does its mail. */
    void suspect(Verdict verdict) {
        if (verdict.held()) {
            status = SignatureStatus.HELD;
            heldFor = verdict.suspicion();
            heldNetwork = verdict.network();
        }
    }

    /** Whoever was held by the guard and comes again without cause for suspicion need not wait; true where that is so. */
    boolean trust() {
        if (status != SignatureStatus.HELD || heldFor == null || confirmedAt != null) {
            return false;
        }
        status = SignatureStatus.PENDING;
        heldFor = null;
        return true;
    }

    public void hold() {
        moveFrom(SignatureStatus.HELD, SignatureStatus.PENDING, SignatureStatus.CONFIRMED);
    }

    /** Back to where its owner left it; who could not confirm meanwhile has the whole time for it. */
    public void release(Instant now) {
        if (confirmedAt == null && confirmBy != null) {
            confirmBy = now.plus(CONFIRM_WITHIN);
        }
        moveFrom(
                confirmedAt == null ? SignatureStatus.PENDING : SignatureStatus.CONFIRMED,
                SignatureStatus.HELD,
                SignatureStatus.REJECTED);
    }

    public void reject() {
        moveFrom(SignatureStatus.REJECTED, SignatureStatus.HELD, SignatureStatus.PENDING, SignatureStatus.CONFIRMED);
    }

    /** Ends the signature and destroys what is known of the person; the act of having signed once stays a number. */
    void withdrawAndErase() {
        status = SignatureStatus.WITHDRAWN;
        sealedPerson = null;
        personIndex = null;
        mailboxIndex = null;
        confirmationHash = null;
        publicName = false;
        news = false;
        source = null;
        heldNetwork = null;
    }

    /** Stays a number and names nobody: the end of a campaign's retention. */
    public void anonymise() {
        sealedPerson = null;
        personIndex = null;
        mailboxIndex = null;
        confirmationHash = null;
        publicName = false;
        news = false;
        source = null;
        heldNetwork = null;
    }

    private void moveFrom(SignatureStatus next, SignatureStatus... allowed) {
        if (!java.util.Arrays.asList(allowed).contains(status)) {
            throw Refusal.wrongState("A signature that is " + status + " cannot become " + next + ".");
        }
        status = next;
    }
}
