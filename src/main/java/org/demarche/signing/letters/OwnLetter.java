package org.demarche.signing.letters;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.demarche.common.Token;
import org.demarche.privacy.Scopes;
import org.demarche.privacy.Vault;
import org.demarche.signing.Disclosure;
import org.demarche.signing.Signature;
import org.demarche.signing.SignatureStatus;
import org.hibernate.annotations.DynamicUpdate;

/** A supporter's own letter to one mission; it stands and falls with their signature. */
@Entity
@DynamicUpdate
@Table(name = "own_letter")
public class OwnLetter extends PanacheEntityBase {

    @Id
    public UUID id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    public Signature signature;

    @Column(name = "mission_code")
    public String missionCode;

    @Enumerated(EnumType.STRING)
    public Channel channel;

    @Enumerated(EnumType.STRING)
    Disclosure disclosure;

    /** What the signer chose on their own page since; null for nothing. */
    @Enumerated(EnumType.STRING)
    @Column(name = "limited_to")
    public Disclosure limitedTo;

    @Column(name = "words")
    public byte[] sealedWords;

    @Enumerated(EnumType.STRING)
    public Language language;

    @Column(name = "letter_version")
    public int letterVersion;

    @Enumerated(EnumType.STRING)
    public OwnLetterState state;

    @Column(name = "confirmation_hash")
    byte[] confirmationHash;

    @Column(name = "confirm_by")
    Instant confirmBy;

    @Column(name = "created_at")
    public Instant createdAt;

    static Optional<OwnLetter> byConfirmation(Token token) {
        return find("confirmationHash", token.hash()).firstResultOptional();
    }

    /** All letters of one signature, the newest first. */
    public static List<OwnLetter> of(UUID signature) {
        return list("signature.id = ?1 order by createdAt desc, id", signature);
    }

    public OwnWords words(Vault vault) {
        if (sealedWords == null) {
            throw Refusal.unknown("This letter was erased.");
        }
        return OwnWords.fromJson(vault.openText(sealedWords, context()));
    }

    void seal(OwnWords words, Vault vault) {
        sealedWords = vault.seal(Scopes.ofCampaign(signature.campaign.slug), words.toJson(), context());
    }

    private String context() {
        return "own-letter:" + id;
    }

    /** What this letter shows of its writer: no more than they chose for it, and no more than they chose later. */
    public Disclosure disclosure() {
        return limitedTo == null ? disclosure : disclosure.narrower(limitedTo);
    }

    boolean canBeConfirmed(Instant now) {
        if (state != OwnLetterState.PENDING) {
            return state == OwnLetterState.CONFIRMED;
        }
        // While the signature is pending, only the newest link of all stands for what would be signed.
        boolean newest = signature.confirmedAt != null || Arrays.equals(confirmationHash, signature.confirmationHash);
        return newest
                && now.isBefore(confirmBy)
                && now.isBefore(signature.campaign.lastConfirmation(Signature.GRACE_AFTER_CLOSING))
                && signature.status != SignatureStatus.REJECTED
                && signature.status != SignatureStatus.WITHDRAWN;
    }

    /** A second time changes nothing. */
    void confirm() {
        state = OwnLetterState.CONFIRMED;
    }

    /** Whether the organisation may send it: confirmed, counted, and with a line to stand under. */
    public boolean mayLeave() {
        return channel == Channel.PLATFORM
                && state == OwnLetterState.CONFIRMED
                && signature.status == SignatureStatus.CONFIRMED
                && disclosure().listed();
    }

    void erase() {
        state = OwnLetterState.WITHDRAWN;
        sealedWords = null;
        confirmationHash = null;
    }
}
