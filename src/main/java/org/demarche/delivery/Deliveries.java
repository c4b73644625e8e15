package org.demarche.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.demarche.approval.Approval;
import org.demarche.campaign.Campaign;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.EmailAddress;
import org.demarche.common.Problem;
import org.demarche.common.Refusal;
import org.demarche.mail.MailCounts;
import org.demarche.mail.Outbox;
import org.demarche.mission.Mission;
import org.demarche.mission.Missions;

/** Letters to missions by mail: planned by one person, approved by another, then followed to their answers. */
@ApplicationScoped
public class Deliveries {

    private static final String AWAITS = "waits for a second person's approval";

    private static final String NO_LONGER = "its writer withdrew, or staff hold or rejected the signature";

    private final Missions missions;
    private final MissionLetter letter;
    private final SupporterLetters supporters;
    private final Outbox outbox;
    private final MailCounts mails;
    private final DemarcheConfig config;
    private final Clock clock;
    private final Event<Audited> audit;

    Deliveries(
            Missions missions,
            MissionLetter letter,
            SupporterLetters supporters,
            Outbox outbox,
            MailCounts mails,
            DemarcheConfig config,
            Clock clock,
            Event<Audited> audit) {
        this.missions = missions;
        this.letter = letter;
        this.supporters = supporters;
        this.outbox = outbox;
        this.mails = mails;
        this.config = config;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Plans the campaign's letter to each of these missions, or the supporters' own letters that wait for them; nothing
     * is queued before another person approves.
     *
     * @param codes missions of the campaign, or empty for all of them
     * @param replyTo where answers go; null or blank for the sender, whose mailbox files them with the campaign
     * @throws BadInput where a mission is not in the campaign or has no address verified within a year, or the address
     *     for answers is none
     */
    @Transactional
    public DeliveryPlan ask(String slug, List<String> codes, DeliveryContent content, String replyTo, String actor) {
        var campaign = Campaign.named(slug);
        if (!campaign.state.mayDeliver()) {
            throw Refusal.wrongState("Letters leave only while a campaign is open or closed; this one is "
                    + campaign.state.word() + ".");
        }
        var now = clock.instant();
        var plan = new DeliveryPlan();
        plan.id = UUID.randomUUID();
        plan.campaign = campaign;
        plan.content = content;
        plan.state = PlanState.AWAITING_APPROVAL;
        plan.replyTo = address(replyTo);
        plan.approval = Approval.asked(actor, now);
        plan.persist();
        switch (content) {
            case PETITION ->
                reachable(campaign, codes.isEmpty() ? campaign.missions : codes, now)
                        .forEach(mission -> plan(plan, mission, null, now));
            case LETTERS -> planLetters(plan, codes, now);
        }
        audit.fire(new Audited(actor, "delivery.ask", plan.id.toString(), slug));
        return plan;
    }

    private static String address(String replyTo) {
        if (replyTo == null || replyTo.isBlank()) {
            return null;
        }
        return EmailAddress.parse(replyTo)
                .orElseThrow(() -> new BadInput("replyTo", "an e-mail address, or nothing"))
                .value();
    }

    private void planLetters(DeliveryPlan plan, List<String> codes, Instant now) {
        var campaign = plan.campaign;
        // Two requests at once must not plan one letter twice.
        Campaign.getEntityManager().lock(campaign, LockModeType.PESSIMISTIC_WRITE);
        var waiting = supporters.waiting(campaign, codes.isEmpty() ? campaign.missions : codes);
        var addressed = waiting.stream().map(own -> own.missionCode).toList();
        var missions = reachable(campaign, codes.isEmpty() ? addressed : codes, now);
        if (waiting.isEmpty()) {
            throw Refusal.wrongState("No confirmed letter of a supporter waits for these missions.");
        }
        for (var mission : missions) {
            waiting.stream()
                    .filter(own -> own.missionCode.equals(mission.code()))
                    .forEach(own -> plan(plan, mission, own.id, now));
        }
    }

    private List<Mission> reachable(Campaign campaign, List<String> codes, Instant now) {
        List<Mission> reachable = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (var code : codes.stream().distinct().toList()) {
            var mission = missions.byCode(code).filter(m -> campaign.missions.contains(code));
            if (mission.isEmpty()) {
                problems.add(new Problem("missions", code + " is not one of this campaign's missions"));
            } else if (mission.get().verifiedAddress(now).isEmpty()) {
                problems.add(
                        new Problem("missions", code + " has no e-mail address that a person verified within a year"));
            } else {
                reachable.add(mission.get());
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return reachable;
    }

    private static void plan(DeliveryPlan plan, Mission mission, UUID ownLetter, Instant now) {
        var delivery = new Delivery();
        delivery.id = UUID.randomUUID();
        delivery.plan = plan;
        delivery.missionCode = mission.code();
        delivery.ownLetterId = ownLetter;
        delivery.address = mission.verifiedAddress(now).orElseThrow().value();
        delivery.move(DeliveryState.HELD, AWAITS, now);
        delivery.persist();
    }

    /** Approves and queues every letter of the plan, in one transaction. */
    @Transactional
    public DeliveryPlan approve(String slug, UUID id, String actor) {
        var plan = DeliveryPlan.locked(slug, id);
        var now = clock.instant();
        boolean fourEyes = config.needsSecondPerson();
        plan.approve(actor, fourEyes, now);
        for (var delivery : Delivery.of(plan, DeliveryState.HELD)) {
            var mission = missions.byCode(delivery.missionCode).orElseThrow();
            var address = mission.verifiedAddress(now)
                    .filter(verified -> verified.value().equals(delivery.address))
                    .orElseThrow(() -> Refusal.wrongState("The address of " + delivery.missionCode
                            + " changed or is no longer verified; cancel this delivery and ask again."));
            var mail = delivery.ownLetterId == null
                    ? Optional.of(letter.compose(delivery, mission, address))
                    : supporters.compose(delivery, mission, address);
            mail.ifPresentOrElse(
                    message -> {
                        delivery.move(DeliveryState.QUEUED, null, now);
                        delivery.mailId = outbox.queue(message);
                    },
                    () -> delivery.move(DeliveryState.CANCELLED, NO_LONGER, now));
        }
        audit.fire(new Audited(
                actor,
                "delivery.approve",
                id.toString(),
                fourEyes ? slug : slug + ", no second person is required here"));
        return plan;
    }

    @Transactional
    public DeliveryPlan pause(String slug, UUID id, String actor) {
        var plan = DeliveryPlan.locked(slug, id);
        plan.pause(null);
        letters(plan).forEach(outbox::hold);
        audit.fire(new Audited(actor, "delivery.pause", id.toString(), slug));
        return plan;
    }

    @Transactional
    public DeliveryPlan resume(String slug, UUID id, String actor) {
        var plan = DeliveryPlan.locked(slug, id);
        plan.resume(clock.instant());
        letters(plan).forEach(outbox::release);
        audit.fire(new Audited(actor, "delivery.resume", id.toString(), slug));
        return plan;
    }

    /** Takes back what has not left yet; what has left stays on the record. */
    @Transactional
    public DeliveryPlan cancel(String slug, UUID id, String actor) {
        var plan = DeliveryPlan.locked(slug, id);
        plan.cancel();
        letters(plan).forEach(outbox::cancel);
        Delivery.of(plan).stream()
                .filter(d -> d.mailId == null)
                .forEach(d -> d.move(DeliveryState.CANCELLED, null, clock.instant()));
        audit.fire(new Audited(actor, "delivery.cancel", id.toString(), slug));
        return plan;
    }

    /** How far a plan's letters are. */
    @Transactional
    PlanProgress progress(String slug, UUID id) {
        return PlanProgress.of(DeliveryPlan.of(slug, id), mails, clock.instant());
    }

    /** How many supporters' own letters one request for all missions would take now. */
    int waiting(Campaign campaign) {
        return supporters.waiting(campaign, campaign.missions).size();
    }

    /** A supporter's own letter as PDF, by its delivery. */
    @Transactional
    public byte[] letter(String slug, UUID id) {
        return Delivery.<Delivery>find("id = ?1 and plan.campaign.slug = ?2 and ownLetterId is not null", id, slug)
                .firstResultOptional()
                .map(supporters::pdf)
                .orElseThrow(() -> Refusal.unknown("There is no letter of a supporter under this number."));
    }

    private static List<UUID> letters(DeliveryPlan plan) {
        return Delivery.of(plan).stream().map(d -> d.id).toList();
    }
}
