package org.demarche.staff.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.demarche.campaign.Campaign;
import org.demarche.signing.SignatureStatus;

/** The sums behind the drawings, each by one statement; nothing here opens what is sealed. */
@ApplicationScoped
class Counts {

    static final Duration WEEK = Duration.ofDays(7);
    static final Duration DAY = Duration.ofDays(1);

    private final EntityManager entities;

    Counts(EntityManager entities) {
        this.entities = entities;
    }

    /** Counted signatures by the day on which they were confirmed, in the campaign's zone. */
    SortedMap<LocalDate, Long> perDay(Campaign campaign) {
        var days = new TreeMap<LocalDate, Long>();
        for (var row : rows(
                "select cast(signed_on as varchar(10)), sum(signatures) from campaign_total where campaign_id = ?1"
                        + " group by signed_on having sum(signatures) > 0",
                campaign.id)) {
            days.put(LocalDate.parse(row[0].toString()), number(row[1]));
        }
        return days;
    }

    /** Signatures by their state, held ones included. */
    Map<String, Long> byStatus(Campaign campaign) {
        return grouped("select status, count(*) from signature where campaign_id = ?1 group by status", campaign);
    }

    /** Confirmed ones by the language in which they were signed. */
    Map<String, Long> byLanguage(Campaign campaign) {
        return confirmed("language", campaign);
    }

    /** Confirmed ones by the label of the link that was followed; empty for none. */
    Map<String, Long> bySource(Campaign campaign) {
        return confirmed("coalesce(source, '')", campaign);
    }

    private Map<String, Long> confirmed(String by, Campaign campaign) {
        return grouped(
                "select " + by + ", count(*) from signature where campaign_id = ?1 and status = '"
                        + SignatureStatus.CONFIRMED + "' group by " + by + " order by 2 desc, 1",
                campaign);
    }

    /** How many signed on the site since, and how many of those have confirmed: paper needs no confirming. */
    long[] confirming(Campaign campaign, Instant since) {
        var row = rows(
                        "select count(*), count(confirmed_at) from signature where campaign_id = ?1"
                                + " and origin in ('WEB', 'API') and status <> 'HELD' and created_at >= ?2",
                        campaign.id,
                        since)
                .getFirst();
        return new long[] {number(row[0]), number(row[1])};
    }

    /** The campaign's mails queued since, by state. */
    Map<String, Long> mails(Campaign campaign, Instant since) {
        var states = new LinkedHashMap<String, Long>();
        rows(
                        "select state, count(*) from mail where campaign = ?1 and queued_at >= ?2 group by state",
                        campaign.slug,
                        since)
                .forEach(row -> states.put(row[0].toString(), number(row[1])));
        return states;
    }

    private Map<String, Long> grouped(String sql, Campaign campaign) {
        var groups = new LinkedHashMap<String, Long>();
        rows(sql, campaign.id).forEach(row -> groups.put(row[0].toString(), number(row[1])));
        return groups;
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, Object... values) {
        var query = entities.createNativeQuery(sql, Object[].class);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.getResultList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
