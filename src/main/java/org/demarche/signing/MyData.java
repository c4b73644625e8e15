package org.demarche.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import org.demarche.common.Refusal;
import org.demarche.common.Token;
import org.demarche.privacy.HoldsPersonalData;
import org.demarche.privacy.Vault;
import org.demarche.signing.ledger.Ledger;

/** All that is held of one signer, in every feature, for them to take along (GDPR articles 15 and 20). */
@ApplicationScoped
public class MyData {

    private final MySignature mine;
    private final Consents consents;
    private final Instance<HoldsPersonalData> holders;
    private final Ledger ledger;
    private final Vault vault;

    MyData(MySignature mine, Consents consents, Instance<HoldsPersonalData> holders, Ledger ledger, Vault vault) {
        this.mine = mine;
        this.consents = consents;
        this.holders = holders;
        this.ledger = ledger;
        this.vault = vault;
    }

    /**
     * By name of field.
     *
     * @throws Refusal 404 for an unknown link; 503 where this process may not open personal data
     */
    @Transactional
    public Map<String, Object> of(Token token) {
        var signature = mine.of(token);
        if (!vault.opens()) {
            throw Refusal.unavailable("This server seals personal data and cannot open it.");
        }
        var all = new LinkedHashMap<String, Object>();
        all.put("campaign", signature.campaign.slug);
        all.put("status", signature.status);
        all.put("person", signature.person(vault));
        all.put("country", signature.country);
        all.put("language", signature.language.tag());
        all.put("disclosure", signature.disclosure);
        all.put("publicName", signature.publicName);
        all.put("news", signature.news);
        all.put("letterVersion", signature.letterVersion);
        all.put("origin", signature.origin);
        all.put("source", signature.source);
        all.put("createdAt", signature.createdAt);
        all.put("confirmedAt", signature.confirmedAt);
        all.put("consents", consents.of(signature));
        ledger.receipt(signature.campaign.id, signature.id).ifPresent(receipt -> all.put("receipt", receipt));
        holders.forEach(holder -> all.putAll(holder.export(signature.id)));
        return all;
    }
}
