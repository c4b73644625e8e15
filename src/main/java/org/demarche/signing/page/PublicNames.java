package org.demarche.signing.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.demarche.campaign.Campaign;
import org.demarche.privacy.Vault;
import org.demarche.signing.Signature;
import org.demarche.signing.SignatureStatus;
import org.demarche.signing.SigningConfig;
import org.demarche.signing.Words;

/** The names of those who asked to be named on the campaign's page; shown only by a process that may open them. */
@ApplicationScoped
class PublicNames {

    private final Vault vault;
    private final List<Words> shown;

    PublicNames(Vault vault, SigningConfig config) {
        this.vault = vault;
        this.shown =
                "show".equals(config.unreadWords()) ? List.of(Words.CLEARED, Words.UNREAD) : List.of(Words.CLEARED);
    }

    /** Those that staff have read, the newest first. */
    List<String> newest(Campaign campaign, int most) {
        if (!vault.opens()) {
            return List.of();
        }
        return Signature.<Signature>find(
                        "campaign = ?1 and publicName = true and status = ?2 and words in ?3 order by confirmedAt desc",
                        campaign,
                        SignatureStatus.CONFIRMED,
                        shown)
                .page(0, most)
                .stream()
                .map(s -> s.person(vault).name())
                .toList();
    }
}
