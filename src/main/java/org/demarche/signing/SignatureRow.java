package org.demarche.signing;

import org.demarche.signing.intake.ReadySignature;

/** The columns of a signature that is stored without an entity. */
final class SignatureRow {

    private SignatureRow() {}

    /** In the order of {@link ReadySignature}. */
    static Object[] of(Signature s) {
        return new Object[] {
            s.id,
            s.campaign.id,
            s.status.name(),
            s.sealedPerson,
            s.personIndex,
            s.mailboxIndex,
            s.country,
            s.disclosure.name(),
            s.publicName,
            s.news,
            s.language.name(),
            s.letterVersion,
            s.origin.name(),
            s.source,
            s.myHash,
            s.createdAt,
            s.consentVersion,
            s.words == null ? null : s.words.name(),
            s.heldFor == null ? null : s.heldFor.name(),
            s.heldNetwork,
            s.confirmationHash,
            s.confirmationMails,
            s.confirmBy,
            s.counted,
            s.nameIndex
        };
    }
}
