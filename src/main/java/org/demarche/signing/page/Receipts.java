package org.demarche.signing.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.demarche.common.Language;
import org.demarche.common.page.Phrase;
import org.demarche.common.page.Spoken;
import org.demarche.signing.MyToken;
import org.demarche.signing.OwnLine;
import org.demarche.signing.Signature;
import org.demarche.signing.ledger.Ledger;

/** A signer's proof as it is shown on a page; the figures for programs are {@link Ledger.Receipt}. */
@ApplicationScoped
class Receipts {

    private final Ledger ledger;
    private final OwnLine ownLine;
    private final MyToken myToken;

    Receipts(Ledger ledger, OwnLine ownLine, MyToken myToken) {
        this.ledger = ledger;
        this.ownLine = ownLine;
        this.myToken = myToken;
    }

    /** Null while the signature is not confirmed. */
    Receipt of(Signature signature, Language language) {
        if (signature.confirmedAt == null) {
            return null;
        }
        var campaign = signature.campaign;
        var spoken = new Spoken(language, campaign.zoneId());
        var proof = ledger.receipt(campaign.id, signature.id);
        var hour = signature.confirmedAt.truncatedTo(ChronoUnit.HOURS);
        return new Receipt(
                myToken.of(signature.id).value(),
                new Phrase(language.tag(), campaign.text(language).title()),
                signature.letterVersion,
                signature.language.nativeName(),
                spoken.hour(hour),
                proof.map(p -> spoken.number(p.leafIndex() + 1)).orElse(null),
                proof.map(p -> spoken.number(p.size())).orElse(null),
                ownLine.of(signature, language),
                signature.publicName,
                signature.news,
                proof.map(p -> groups(p.leaf())).orElse(null),
                proof.map(p -> groups(p.root())).orElse(null),
                proof.map(p -> spoken.moment(ledger.head(campaign).asOf())).orElse(null));
    }

    /** Hex in groups of four, so that two people can read it to each other. */
    static String groups(String hex) {
        return String.join(" ", hex.split("(?<=\\G.{4})"));
    }
}
