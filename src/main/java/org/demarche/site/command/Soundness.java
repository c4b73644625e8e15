package org.demarche.site.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.demarche.campaign.Campaign;
import org.demarche.privacy.Vault;
import org.demarche.signing.Signature;
import org.demarche.signing.ledger.LedgerReading;

/** Whether what lies in the database is whole: each ledger hashes to its published head, and the keys here open rows. */
@ApplicationScoped
public class Soundness {

    /** Rows opened a campaign: keys last a minute, so a few rows try a few keys. */
    private static final int SAMPLE = 20;

    private final LedgerReading ledger;
    private final Vault vault;

    Soundness(LedgerReading ledger, Vault vault) {
        this.ledger = ledger;
        this.vault = vault;
    }

    /**
     * One line a campaign, without personal data.
     *
     * @throws IllegalStateException where a ledger does not hash to its head, or a sealed row cannot be opened
     */
    @Transactional
    public List<String> report() {
        var lines = new ArrayList<String>();
        for (Campaign campaign : Campaign.<Campaign>list("order by slug")) {
            var root = ledger.requireSound(campaign);
            lines.add("campaign %s: ledger root %s is sound; %s".formatted(campaign.slug, root, opened(campaign)));
        }
        return lines;
    }

    private String opened(Campaign campaign) {
        if (!vault.opens()) {
            return "this process holds no key to try";
        }
        var sample = Signature.<Signature>find("campaign = ?1 and sealedPerson is not null order by id", campaign)
                .page(0, SAMPLE)
                .list();
        sample.forEach(signature -> signature.person(vault));
        return sample.size() + " sealed rows were opened to try the keys";
    }
}
