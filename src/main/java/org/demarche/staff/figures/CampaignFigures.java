package org.demarche.staff.figures;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.Tally;
import org.demarche.common.Language;
import org.demarche.common.page.Spoken;
import org.demarche.mission.Countries;

/** How one campaign goes; counted anew every few seconds at most, however many look. */
@ApplicationScoped
class CampaignFigures {

    private static final Duration FRESH = Duration.ofSeconds(3);
    /** More days than that are drawn by the week. */
    private static final int DAYS_DRAWN = 62;

    /** Fewer would be blocks and no bars; before the first signature there were none. */
    private static final int DAYS_AT_LEAST = 14;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private record Counted(Figures figures, Instant at) {}

    private final Map<String, Counted> known = new ConcurrentHashMap<>();
    private final Counts counts;
    private final Tally tally;
    private final Clock clock;

    CampaignFigures(Counts counts, Tally tally, Clock clock) {
        this.counts = counts;
        this.tally = tally;
        this.clock = clock;
    }

    Figures of(String slug) {
        var now = clock.instant();
        return known.compute(
                        slug,
                        (key, before) -> before != null
                                        && before.at().plus(FRESH).isAfter(now)
                                ? before
                                : new Counted(QuarkusTransaction.requiringNew().call(() -> count(key, now)), now))
                .figures();
    }

    private Figures count(String slug, Instant now) {
        var campaign = Campaign.named(slug);
        var spoken = new Spoken(Language.EN, campaign.zoneId());
        var total = tally.count(campaign.id);
        var perDay = counts.perDay(campaign);
        var status = counts.byStatus(campaign);
        var confirming = counts.confirming(campaign, now.minus(Counts.WEEK));
        var mails = counts.mails(campaign, now.minus(Counts.DAY));
        return new Figures(
                slug,
                total.signatures(),
                campaign.goal,
                total.asOf() == null ? null : spoken.moment(total.asOf()),
                status.getOrDefault("PENDING", 0L),
                status.getOrDefault("HELD", 0L),
                status.getOrDefault("WITHDRAWN", 0L),
                status.getOrDefault("REJECTED", 0L),
                confirming[0],
                confirming[1],
                bars(perDay, LocalDate.ofInstant(now, campaign.zoneId())),
                shares(tally.byCountry(campaign.id), code -> Countries.name(code, Language.EN)),
                shares(
                        counts.byLanguage(campaign),
                        name -> Language.valueOf(name).nativeName()),
                shares(counts.bySource(campaign), label -> label.isEmpty() ? "Direct, no source" : label),
                shares(tally.bySource(campaign.id), CampaignFigures::way),
                milestones(perDay, campaign.goal, spoken),
                new Figures.Mails(
                        mails.getOrDefault("QUEUED", 0L) + mails.getOrDefault("SENDING", 0L),
                        mails.getOrDefault("ACCEPTED", 0L),
                        mails.getOrDefault("SOFT_BOUNCED", 0L) + mails.getOrDefault("HARD_BOUNCED", 0L),
                        mails.getOrDefault("HELD", 0L),
                        mails.getOrDefault("UNKNOWN", 0L)));
    }

    private static Bars bars(SortedMap<LocalDate, Long> perDay, LocalDate today) {
        if (perDay.isEmpty()) {
            return new Bars(List.of(), 1, "");
        }
        // The last day that counted, or today where that is near: a campaign of last year does not end in a plain.
        var last = perDay.lastKey();
        var end = today.isAfter(last) && last.plusDays(DAYS_DRAWN).isAfter(today) ? today : last;
        var start = Stream.of(perDay.firstKey(), end.minusDays(DAYS_AT_LEAST - 1))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        int step = start.plusDays(DAYS_DRAWN).isAfter(end) ? 1 : 7;
        var bars = new ArrayList<Bars.Bar>();
        for (var from = start; !from.isAfter(end); from = from.plusDays(step)) {
            long n = perDay.subMap(from, from.plusDays(step)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            bars.add(new Bars.Bar(DAY.format(from), n));
        }
        var most = bars.stream().max(Comparator.comparingLong(Bars.Bar::n)).orElseThrow();
        return new Bars(
                bars,
                Math.max(1, most.n()),
                (step == 1 ? "Each bar is a day. Most: " : "Each bar is a week. Most: ") + most.label() + " with "
                        + most.n() + ".");
    }

    private static List<Share> shares(Map<String, Long> groups, java.util.function.UnaryOperator<String> name) {
        long most = groups.values().stream().mapToLong(Long::longValue).max().orElse(1);
        return groups.entrySet().stream()
                .map(e -> new Share(name.apply(e.getKey()), e.getValue(), most))
                .toList();
    }

    private static String way(String origin) {
        return switch (origin) {
            case "WEB" -> "On the site";
            case "PAPER" -> "On paper";
            case "IMPORT" -> "From partners’ lists";
            case "API" -> "Through partners’ sites";
            default -> origin;
        };
    }

    private static List<Figures.Mark> milestones(SortedMap<LocalDate, Long> perDay, long goal, Spoken spoken) {
        return Milestone.of(new TreeMap<>(perDay), goal).stream()
                .map(m -> new Figures.Mark(
                        spoken.number(m.n()) + (m.goal() ? ", the goal" : ""),
                        m.on() == null ? "still to come" : spoken.day(m.on()),
                        m.on() != null))
                .toList();
    }
}
