package org.demarche.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.demarche.campaign.Campaign;
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.demarche.common.Token;
import org.demarche.privacy.Scopes;
import org.demarche.privacy.Vault;
import org.demarche.signing.guard.Verdict;
import org.hibernate.annotations.DynamicUpdate;

/**
 * One person's act for one campaign: pending until confirmed by mail, then counted. Only what changed is written, so that
 * whoever read the row before an erasure cannot write the person back.
 */
@Entity
@DynamicUpdate
@Table(name = "signature")
public class Signature extends SignatureNotes {

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

    @Column(name = "name_index")
    byte[] nameIndex;

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

    @Column(name = "my_hash")
    public byte[] myHash;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "confirmed_at")
    public Instant confirmedAt;

    boolean counted;

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

    /** Takes the first free place of a mailbox; false where so many names have signed from it already. */
    public boolean settle(int namesPerMailbox) {
        if (mailboxIndex == null) {
            return true;
        }
        var place = Mailbox.of(campaign, mailboxIndex).freePlace(namesPerMailbox);
        place.ifPresent(free -> mailboxPlace = free);
        return place.isPresent();
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
        indexName(person, vault);
    }

    /** So that the name is found again, exactly as it was written but for case, width and blanks. */
    public void indexName(Person person, Vault vault) {
        nameIndex = vault.blindIndex("name", Person.nameKey(person.name()));
    }

    private String context() {
        return "signature:" + id;
    }

    /**
     * Somebody filled in the form again before it was confirmed. Their newest words are the ones that the newest link
     * confirms; of what is shown, only what both forms allow, because either may have come from someone else.
     *
     * @param form the newest, as the signature it would have been
     */
    public void correct(Signature form, Person person, Vault vault) {
        country = form.country;
        disclosure = disclosure.narrower(form.disclosure);
        publicName &= form.publicName;
        news &= form.news;
        words = form.words;
        seal(person, vault);
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

    boolean mailboxMayBeMailed() {
        return confirmationMails < Mailbox.MAILS_MAX
                && Mailbox.of(campaign, mailboxIndex).mayBeMailed();
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
        status = status.moved(SignatureStatus.HELD, SignatureStatus.PENDING, SignatureStatus.CONFIRMED);
    }

    /** Back to where its owner left it; who could not confirm meanwhile has the whole time for it. */
    public void release(Instant now) {
        status = status.moved(
                confirmedAt == null ? SignatureStatus.PENDING : SignatureStatus.CONFIRMED,
                SignatureStatus.HELD,
                SignatureStatus.REJECTED);
        if (confirmedAt == null && confirmBy != null) {
            confirmBy = now.plus(CONFIRM_WITHIN);
        }
    }

    public void reject() {
        status = status.moved(
                SignatureStatus.REJECTED, SignatureStatus.HELD, SignatureStatus.PENDING, SignatureStatus.CONFIRMED);
    }

    /** Ends the signature and destroys what is known of the person; the act of having signed once stays a number. */
    void withdrawAndErase() {
        status = SignatureStatus.WITHDRAWN;
        anonymise();
    }

    /** Stays a number and names nobody: also the end of a campaign's retention. */
    public void anonymise() {
        sealedPerson = null;
        personIndex = null;
        mailboxIndex = null;
        nameIndex = null;
        confirmationHash = null;
        publicName = false;
        news = false;
        source = null;
        heldNetwork = null;
    }
}
