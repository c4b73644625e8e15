package org.demarche.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import org.demarche.common.Refusal;
import org.demarche.common.Token;
import org.demarche.privacy.HoldsPersonalData;

/** What a signer may do with their own signature: see it, change what is disclosed, withdraw and be forgotten. */
@ApplicationScoped
public class MySignature {

    private final Instance<HoldsPersonalData> holders;
    private final Ledger ledger;

    MySignature(Instance<HoldsPersonalData> holders, Ledger ledger) {
        this.holders = holders;
        this.ledger = ledger;
    }

    /**
     * The signature behind the signer's own link.
     *
     * @throws Refusal 404 for an unknown link, or one whose signature was erased
     */
    @Transactional
    public Signature of(Token token) {
        return Signature.byMyToken(token)
                .filter(s -> s.status != SignatureStatus.WITHDRAWN)
                .orElseThrow(() -> Refusal.unknown("There is no signature behind this link."));
    }

    @Transactional
    public Signature disclose(Token token, Disclosure disclosure) {
        var signature = of(token);
        signature.disclosure = disclosure;
        return signature;
    }

    /** Withdraws and erases: nothing that names the person is left, in no feature. */
    @Transactional
    public void withdraw(Token token) {
        var signature = of(token);
        holders.forEach(holder -> holder.erase(signature.id));
        ledger.forget(signature.id);
        signature.withdrawAndErase();
    }
}
