package org.demarche.signing.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.demarche.campaign.Campaign;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Language;
import org.demarche.common.jobs.Jobs;
import org.demarche.privacy.Scopes;
import org.demarche.signing.Signature;
import org.demarche.signing.ledger.Ledger;

/** Looking at what is kept, asking for its end, and approving it; nothing can be brought back afterwards. */
@ApplicationScoped
public class Retentions {

    private final Scopes scopes;
    private final Ledger ledger;
    private final Jobs jobs;
    private final DemarcheConfig config;
    private final Clock clock;
    private final Event<Audited> audit;

    Retentions(Scopes scopes, Ledger ledger, Jobs jobs, DemarcheConfig config, Clock clock, Event<Audited> audit) {
        this.scopes = scopes;
        this.ledger = ledger;
        this.jobs = jobs;
        this.config = config;
        this.clock = clock;
        this.audit = audit;
    }

    /** The dry run: changes nothing. */
    @Transactional
    public RetentionReport report(String slug) {
        return report(Campaign.named(slug));
    }

    /** Of all campaigns, the newest first. */
    @Transactional
    public List<RetentionReport> all() {
        return Campaign.<Campaign>list("order by createdAt desc").stream()
                .map(this::report)
                .toList();
    }

    private RetentionReport report(Campaign campaign) {
        var plan = Retention.<Retention>findByIdOptional(campaign.id).orElseGet(Retention::new);
        var due = plan.due(campaign).orElse(null);
        return new RetentionReport(
                campaign.slug,
                campaign.text(Language.EN).title(),
                plan.days,
                due,
                Signature.count("campaign = ?1 and sealedPerson is not null", campaign),
                Signature.count("campaign", campaign),
                ledger.head(campaign).size(),
                scopes.isAlive(Scopes.ofCampaign(campaign.slug)),
                plan.isAsked() ? plan.approval.askedBy() : null,
                plan.isAsked() ? plan.approval.askedAt() : null,
                plan.isApproved() ? plan.approval.approvedBy() : null,
                plan.erased,
                plan.doneAt,
                due != null && !plan.isApproved() && clock.instant().isAfter(due));
    }

    /** Sets how many days after its end a campaign is erased. */
    @Transactional
    public RetentionReport keepFor(String slug, Integer days, String actor) {
        if (days == null || days < 0 || days > Retention.DAYS_MAX) {
            throw new BadInput("days", "from 0 to " + Retention.DAYS_MAX + ", as the privacy page promises");
        }
        var campaign = Campaign.named(slug);
        var plan = Retention.of(campaign);
        plan.keepFor(days);
        audit.fire(new Audited(actor, "retention.days", slug, days + " days"));
        return report(campaign);
    }

    @Transactional
    public RetentionReport ask(String slug, String actor) {
        var campaign = Campaign.named(slug);
        Retention.of(campaign).ask(campaign, actor, clock.instant());
        audit.fire(new Audited(actor, "retention.ask", slug, null));
        return report(campaign);
    }

    /** Approves, and has the erasing begin. */
    @Transactional
    public RetentionReport approve(String slug, String actor) {
        var campaign = Campaign.named(slug);
        boolean fourEyes = config.needsSecondPerson();
        Retention.of(campaign).approve(campaign, actor, fourEyes, clock.instant());
        jobs.replace(RetentionRun.TASK.instance(campaign.id.toString()).build());
        audit.fire(
                new Audited(actor, "retention.approve", slug, fourEyes ? null : "no second person is required here"));
        return report(campaign);
    }
}
