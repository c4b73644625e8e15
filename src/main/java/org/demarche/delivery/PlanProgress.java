package org.demarche.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.demarche.mail.MailCounts;
import org.demarche.mail.MailState;

/**
 * How far a plan's letters are.
 *
 * @param counts letters by state, states without one left out
 * @param perHour letters accepted within the last hour
 * @param left until the last waiting letter is due; null where none waits or nobody can say
 */
public record PlanProgress(
        UUID id,
        String slug,
        PlanState state,
        String pauseReason,
        List<Count> counts,
        long total,
        long perHour,
        Duration left) {

    /** @param paused whether what is held waits for the plan to go on, and not for a person */
    public record Count(MailState state, long letters, boolean paused) {

        public String word() {
            return switch (state) {
                case QUEUED -> "waiting";
                case HELD -> paused ? "held until it goes on" : "held for a person";
                case SENDING -> "being sent";
                case ACCEPTED -> "accepted";
                case UNKNOWN -> "unknown: it may or may not have arrived";
                case SOFT_BOUNCED -> "given up after days";
                case HARD_BOUNCED -> "no such mailbox";
                case SUPPRESSED -> "not sent: the mailbox bounced before";
                case CANCELLED -> "cancelled";
            };
        }
    }

    static PlanProgress of(DeliveryPlan plan, MailCounts mails, Instant now) {
        var letters = Delivery.of(plan).stream().map(d -> d.id).toList();
        var run = mails.progress(letters, now.minus(Duration.ofHours(1)));
        List<Count> counts = new ArrayList<>();
        run.counts().forEach((state, n) -> counts.add(new Count(state, n, plan.state == PlanState.PAUSED)));
        var waiting =
                run.counts().getOrDefault(MailState.QUEUED, 0L) + run.counts().getOrDefault(MailState.SENDING, 0L);
        return new PlanProgress(
                plan.id,
                plan.campaign.slug,
                plan.state,
                plan.pauseReason,
                counts,
                letters.size(),
                run.acceptedSince(),
                plan.state == PlanState.APPROVED ? left(waiting, run, now) : null);
    }

    /** Limits and quiet hours are in the dates on which letters are due; the pace says the rest. */
    private static Duration left(long waiting, MailCounts.Progress run, Instant now) {
        if (waiting == 0) {
            return null;
        }
        var byDate = run.lastDue() == null ? Duration.ZERO : Duration.between(now, run.lastDue());
        var byPace = run.acceptedSince() == 0
                ? Duration.ZERO
                : Duration.ofHours(1).multipliedBy(waiting).dividedBy(run.acceptedSince());
        var longer = byDate.compareTo(byPace) > 0 ? byDate : byPace;
        return longer.isPositive() ? longer : null;
    }

    public long accepted() {
        return of(MailState.ACCEPTED);
    }

    /** Letters that came to an end, well or not. */
    public long done() {
        return counts.stream()
                .filter(count -> switch (count.state()) {
                    case QUEUED, HELD, SENDING -> false;
                    case ACCEPTED, UNKNOWN, SOFT_BOUNCED, HARD_BOUNCED, SUPPRESSED, CANCELLED -> true;
                })
                .mapToLong(Count::letters)
                .sum();
    }

    /** Letters that another try might bring through, once their reason is put right. */
    public long refused() {
        return state == PlanState.PAUSED ? 0 : of(MailState.HELD) + of(MailState.SOFT_BOUNCED);
    }

    public boolean moves() {
        return state == PlanState.APPROVED && done() < total;
    }

    /** As said; empty where nobody can say. */
    public String timeLeft() {
        if (left == null) {
            return "";
        }
        if (left.toMinutes() < 2) {
            return "about a minute";
        }
        return left.toHours() < 2 ? "about " + left.toMinutes() + " minutes" : "about " + left.toHours() + " hours";
    }

    private long of(MailState state) {
        return counts.stream()
                .filter(count -> count.state() == state)
                .mapToLong(Count::letters)
                .sum();
    }
}
