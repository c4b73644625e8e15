package org.demarche.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.demarche.common.Audited;
import org.demarche.common.EmailAddress;
import org.demarche.common.Refusal;
import org.demarche.mail.Outbox;
import org.demarche.mission.Missions;

/** What may be tried with the letters of a plan: one to oneself before, and the failed ones again after. */
@ApplicationScoped
public class PlanRetries {

    private final Missions missions;
    private final MissionLetter letter;
    private final OwnMailbox mailbox;
    private final Outbox outbox;
    private final Clock clock;
    private final Event<Audited> audit;

    PlanRetries(
            Missions missions,
            MissionLetter letter,
            OwnMailbox mailbox,
            Outbox outbox,
            Clock clock,
            Event<Audited> audit) {
        this.missions = missions;
        this.letter = letter;
        this.mailbox = mailbox;
        this.outbox = outbox;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Queues what was given up or refused for what we are or sent. Letters to mailboxes that do not exist, and those
     * that may have arrived, are left for a person to decide one by one.
     */
    @Transactional
    public int retry(String slug, UUID id, String actor) {
        var plan = DeliveryPlan.locked(slug, id);
        plan.requireUnderWay();
        var again = Delivery.of(plan).stream()
                .filter(delivery -> delivery.mailId != null)
                .mapToInt(delivery -> outbox.retry(delivery.id))
                .sum();
        if (again == 0) {
            throw Refusal.wrongState("None of these letters was refused in a way that another try could mend.");
        }
        audit.fire(new Audited(actor, "delivery.retry", id.toString(), again + " letters"));
        return again;
    }

    /**
     * Mails the first letter of a plan, as its mission will read it, to whoever asks. Supporters' own letters are read at
     * the desk and not sent about.
     */
    @Transactional
    public UUID test(String slug, UUID id, String actor) {
        var plan = DeliveryPlan.locked(slug, id);
        if (plan.content != DeliveryContent.PETITION) {
            throw Refusal.wrongState("A supporter's own letter holds their name; read it here instead.");
        }
        EmailAddress own = mailbox.of(actor)
                .orElseThrow(() -> Refusal.wrongState("A script has no mailbox; ask as a member of staff."));
        List<Delivery> letters = Delivery.of(plan);
        if (letters.isEmpty()) {
            throw Refusal.wrongState("This plan has no letters.");
        }
        var first = letters.getFirst();
        var mission = missions.byCode(first.missionCode).orElseThrow();
        var mail = letter.compose(first, mission, own)
                .asTest("test:" + id + ":" + clock.instant().toEpochMilli());
        audit.fire(new Audited(actor, "delivery.test", id.toString(), slug));
        return outbox.queue(mail);
    }
}
