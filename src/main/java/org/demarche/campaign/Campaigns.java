package org.demarche.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.Refusal;
import org.demarche.common.Slug;
import org.demarche.mission.Missions;
import org.demarche.privacy.Scopes;

/** Making and moving campaigns: each step is one transaction with its line in the audit trail. */
@ApplicationScoped
public class Campaigns {

    private final LetterCatalogue letters;
    private final Missions missions;
    private final Scopes scopes;
    private final Clock clock;
    private final Event<Audited> audit;

    Campaigns(LetterCatalogue letters, Missions missions, Scopes scopes, Clock clock, Event<Audited> audit) {
        this.letters = letters;
        this.missions = missions;
        this.scopes = scopes;
        this.clock = clock;
        this.audit = audit;
    }

    /** A new draft with its own vault scope. */
    @Transactional
    public Campaign create(CampaignForm form, String actor) {
        var campaign = form.create(newest(form.letter()), clock.instant());
        checkMissions(campaign.missions);
        checkName(campaign.slug);
        scopes.create(Scopes.ofCampaign(campaign.slug));
        campaign.persist();
        audit.fire(new Audited(actor, "campaign.create", campaign.slug, null));
        return campaign;
    }

    @Transactional
    public Campaign change(String slug, CampaignForm form, String actor) {
        var campaign = Campaign.named(slug);
        form.change(campaign);
        if (form.slug() != null) {
            rename(campaign, new Slug(form.slug()).value());
        }
        checkMissions(campaign.missions);
        campaign.revision++;
        campaign.changedBy = actor;
        audit.fire(new Audited(actor, "campaign.change", slug, null));
        return campaign;
    }

    /**
     * Writes the whole campaign anew; a draft takes the newest version of its letter.
     *
     * @param revision what the writer saw
     * @throws Refusal 409 where somebody else changed the campaign since
     */
    @Transactional
    public Campaign rewrite(String slug, int revision, CampaignForm form, String actor) {
        var campaign = Campaign.named(slug);
        Campaign.getEntityManager().refresh(campaign, LockModeType.PESSIMISTIC_WRITE);
        if (campaign.revision != revision) {
            throw Refusal.wrongState("Somebody else changed this campaign meanwhile.");
        }
        form.rewrite(campaign, clock.instant());
        checkMissions(campaign.missions);
        if (campaign.mayChangeLetter()) {
            campaign.letterKey = form.letter();
            campaign.letterVersion = newest(form.letter());
        }
        campaign.revision++;
        campaign.changedBy = actor;
        audit.fire(new Audited(actor, "campaign.change", slug, null));
        return campaign;
    }

    private int newest(String letter) {
        return letters.newestVersion(letter == null ? "" : letter)
                .orElseThrow(() -> new BadInput("letter", "there is no such letter"));
    }

    /** Only before anybody could sign: receipts and the ledger carry the name. Old links keep leading to it. */
    private void rename(Campaign campaign, String slug) {
        if (slug.equals(campaign.slug)) {
            return;
        }
        if (campaign.openedAt != null) {
            throw Refusal.wrongState("A campaign that was open keeps its name: receipts carry it.");
        }
        checkName(slug);
        scopes.create(Scopes.ofCampaign(slug));
        FormerName.remember(campaign.slug, campaign);
        campaign.slug = slug;
    }

    private static void checkName(String slug) {
        if (Campaign.bySlug(slug).isPresent() || FormerName.taken(slug)) {
            throw Refusal.wrongState("There is already a campaign with this name.");
        }
    }

    /** This campaign again, as a draft under another name, with the letter's newest version. */
    @Transactional
    public Campaign clone(String slug, CampaignForm changes, String actor) {
        var original = Campaign.named(slug);
        var titles = new java.util.LinkedHashMap<String, String>();
        var summaries = new java.util.LinkedHashMap<String, String>();
        var occasions = new java.util.LinkedHashMap<String, String>();
        original.texts.forEach((language, text) -> {
            titles.put(language.tag(), text.title());
            summaries.put(language.tag(), text.summary().isBlank() ? text.title() : text.summary());
            if (text.occasion() != null) {
                occasions.put(language.tag(), text.occasion());
            }
        });
        return create(
                new CampaignForm(
                        changes.slug(),
                        original.letterKey,
                        titles,
                        summaries,
                        occasions,
                        original.goal,
                        original.zone,
                        changes.opensAt(),
                        changes.closesAt(),
                        List.copyOf(original.missions),
                        original.mode,
                        original.defaultLanguage.tag(),
                        changes.occasionOn()),
                actor);
    }

    @Transactional
    public Campaign schedule(String slug, String actor) {
        return step(slug, "campaign.schedule", actor, c -> c.schedule(clock.instant()));
    }

    @Transactional
    public Campaign unschedule(String slug, String actor) {
        return step(slug, "campaign.unschedule", actor, Campaign::unschedule);
    }

    @Transactional
    public Campaign open(String slug, String actor) {
        return step(slug, "campaign.open", actor, c -> c.open(clock.instant()));
    }

    @Transactional
    public Campaign close(String slug, String actor) {
        return step(slug, "campaign.close", actor, c -> c.close(clock.instant()));
    }

    @Transactional
    public Campaign archive(String slug, String actor) {
        return step(slug, "campaign.archive", actor, Campaign::archive);
    }

    private Campaign step(String slug, String action, String actor, Consumer<Campaign> verb) {
        var campaign = Campaign.named(slug);
        verb.accept(campaign);
        audit.fire(new Audited(actor, action, slug, null));
        return campaign;
    }

    private void checkMissions(List<String> codes) {
        for (var code : codes) {
            if (missions.byCode(code).isEmpty()) {
                throw new BadInput("missions", "there is no mission " + code);
            }
        }
    }
}
