package org.demarche.signing.opening;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.CampaignState;
import org.demarche.common.EmailAddress;
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.demarche.common.Token;
import org.demarche.privacy.Scopes;
import org.demarche.privacy.Vault;
import org.demarche.signing.Person;
import org.demarche.signing.Signing;
import org.demarche.signing.guard.Attempt;
import org.demarche.signing.guard.Guard;

/** Takes wishes to be reminded; what it answers never tells whether an address was here before. */
@ApplicationScoped
public class OpeningReminders {

    private final Signing signing;
    private final Guard guard;
    private final OpeningMail mail;
    private final OpeningErasure erasure;
    private final Vault vault;
    private final Clock clock;

    OpeningReminders(Signing signing, Guard guard, OpeningMail mail, OpeningErasure erasure, Vault vault, Clock clock) {
        this.signing = signing;
        this.guard = guard;
        this.mail = mail;
        this.erasure = erasure;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Asks the mailbox to confirm. What the guard suspects is dropped: there is nothing that staff could judge.
     *
     * @throws Refusal 409 where the campaign is not one that will open
     */
    public void ask(String slug, Attempt attempt, Language language) {
        vault.prepare(Scopes.ofCampaign(slug));
        boolean suspect = guard.judge(attempt).held();
        signing.settled(() -> {
            var campaign = Campaign.publicNamed(slug);
            if (campaign.state != CampaignState.SCHEDULED) {
                throw Refusal.wrongState("Only who waits for a campaign to open can be reminded of it.");
            }
            if (!suspect) {
                ask(campaign, attempt.address(), language);
            }
        });
    }

    private void ask(Campaign campaign, EmailAddress address, Language language) {
        var index = vault.blindIndex("opening-reminder", Person.mailboxKey(address));
        var reminder = OpeningReminder.<OpeningReminder>find("campaign = ?1 and mailboxIndex = ?2", campaign, index)
                .firstResultOptional()
                .orElseGet(() -> OpeningReminder.of(campaign, address, index, language, vault));
        if (!reminder.mayBeAsked()) {
            return;
        }
        var link = reminder.ask(clock.instant());
        reminder.persistAndFlush();
        mail.askToConfirm(reminder, address, link);
    }

    /** @throws Refusal 404 for a link that is unknown, used up or over */
    @Transactional
    public OpeningReminder of(Token token) {
        return OpeningReminder.of(token).orElseThrow(() -> Refusal.unknown("There is no such reminder."));
    }

    /** @throws Refusal 404 for a link that is unknown, used up or over */
    @Transactional
    public void confirm(Token token) {
        of(token).confirm(clock.instant());
    }

    /** Erases it; the second time does nothing. */
    public void forget(Token token) {
        QuarkusTransaction.requiringNew()
                .call(() -> OpeningReminder.of(token).map(r -> r.id))
                .ifPresent(this::erase);
    }

    private void erase(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> erasure.erase(id));
    }
}
