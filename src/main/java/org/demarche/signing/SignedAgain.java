package org.demarche.signing;

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
import java.util.UUID;
import org.demarche.campaign.Campaign;
import org.demarche.common.Language;
import org.demarche.signing.guard.Suspicion;
import org.hibernate.annotations.DynamicUpdate;

/** A form that found its person, or another name of its mailbox, there already; looked at once it was answered. */
@Entity
@DynamicUpdate
@Table(name = "signature_again")
class SignedAgain extends PanacheEntityBase {

    @Id
    UUID id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    Campaign campaign;

    @Enumerated(EnumType.STRING)
    SignatureStatus status;

    @Column(name = "person")
    byte[] sealedPerson;

    @Column(name = "person_index")
    byte[] personIndex;

    @Column(name = "mailbox_index")
    byte[] mailboxIndex;

    String country;

    @Enumerated(EnumType.STRING)
    Disclosure disclosure;

    @Column(name = "public_name")
    boolean publicName;

    boolean news;

    @Enumerated(EnumType.STRING)
    Language language;

    @Column(name = "letter_version")
    int letterVersion;

    @Enumerated(EnumType.STRING)
    Origin origin;

    String source;

    @Column(name = "my_hash")
    byte[] myHash;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "consent_version")
    Integer consentVersion;

    @Enumerated(EnumType.STRING)
    Words words;

    @Enumerated(EnumType.STRING)
    @Column(name = "held_for")
    Suspicion heldFor;

    @Column(name = "held_network")
    String heldNetwork;

    /** The signature that it would be, were it the first of its person; not stored, and without a link. */
    Signature asSignature() {
        var signature = new Signature();
        signature.id = id;
        signature.campaign = campaign;
        signature.status = status;
        signature.sealedPerson = sealedPerson;
        signature.personIndex = personIndex;
        signature.mailboxIndex = mailboxIndex;
        signature.country = country;
        signature.disclosure = disclosure;
        signature.publicName = publicName;
        signature.news = news;
        signature.language = language;
        signature.letterVersion = letterVersion;
        signature.origin = origin;
        signature.source = source;
        signature.myHash = myHash;
        signature.createdAt = createdAt;
        signature.consentVersion = consentVersion;
        signature.words = words;
        signature.heldFor = heldFor;
        signature.heldNetwork = heldNetwork;
        return signature;
    }
}
