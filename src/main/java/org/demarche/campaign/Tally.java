package org.demarche.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.demarche.common.database.Times;

/** The counted signatures of a campaign, by country, day and source; moved by the lagging count alone. */
@ApplicationScoped
public class Tally {

    /** Fewer signers of one country than this could be guessed at, so they are shown as "other". */
    public static final int SMALLEST_SHOWN = 5;

    public static final String OTHER = "other";

    /** One cell of the totals. */
    public record Cell(String country, LocalDate day, String source) {}

    /** @param asOf when the count last looked, null where it never did */
    public record Count(long signatures, Instant asOf) {}

    private final EntityManager em;

    Tally(EntityManager em) {
        this.em = em;
    }

    /** Moves the totals by these steps, which may be negative; joins the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(UUID campaign, Map<Cell, Long> steps, Instant asOf) {
        long sum = 0;
        // A fixed order of rows, so that two counts never wait for each other crosswise.
        var ordered = new TreeMap<String, Map.Entry<Cell, Long>>();
        steps.entrySet().forEach(e -> ordered.put(e.getKey().toString(), e));
        for (var step : ordered.values()) {
            move(campaign, step.getKey(), step.getValue());
            sum += step.getValue();
        }
        int moved = em.createNativeQuery(
                        "update campaign_count set signatures = signatures + ?1, as_of = ?2 where campaign_id = ?3")
                .setParameter(1, sum)
                .setParameter(2, asOf)
                .setParameter(3, campaign)
                .executeUpdate();
        if (moved == 0) {
            em.createNativeQuery("insert into campaign_count (campaign_id, signatures, as_of) values (?1, ?2, ?3)")
                    .setParameter(1, campaign)
                    .setParameter(2, sum)
                    .setParameter(3, asOf)
                    .executeUpdate();
        }
    }

    private void move(UUID campaign, Cell cell, long by) {
        int moved = keyed(
                        em.createNativeQuery("update campaign_total set signatures = signatures + ?5"
                                + " where campaign_id = ?1 and country = ?2 and signed_on = ?3 and source = ?4"),
                        campaign,
                        cell)
                .setParameter(5, by)
                .executeUpdate();
        if (moved == 0) {
            keyed(
                            em.createNativeQuery(
                                    "insert into campaign_total (campaign_id, country, signed_on, source, signatures)"
                                            + " values (?1, ?2, ?3, ?4, ?5)"),
                            campaign,
                            cell)
                    .setParameter(5, by)
                    .executeUpdate();
        }
    }

    private static Query keyed(Query query, UUID campaign, Cell cell) {
        return query.setParameter(1, campaign)
                .setParameter(2, cell.country())
                .setParameter(3, cell.day())
                .setParameter(4, cell.source());
    }

    public Count count(UUID campaign) {
        List<?> rows = em.createNativeQuery(
                        "select signatures, as_of from campaign_count where campaign_id = ?1", Object[].class)
                .setParameter(1, campaign)
                .getResultList();
        if (rows.isEmpty()) {
            return new Count(0, null);
        }
        var row = (Object[]) rows.getFirst();
        return new Count(((Number) row[0]).longValue(), Times.instant(row[1]));
    }

    /** Signatures by country, most first, exact: for the certificate and the desk. */
    public Map<String, Long> byCountry(UUID campaign) {
        return group(campaign, "country");
    }

    /** Signatures by source. */
    public Map<String, Long> bySource(UUID campaign) {
        return group(campaign, "source");
    }

    /** Signatures by country for the public: countries with fewer than {@value #SMALLEST_SHOWN} are added up as other. */
    public Map<String, Long> byCountryShown(UUID campaign) {
        var shown = new LinkedHashMap<String, Long>();
        long other = 0;
        for (var entry : byCountry(campaign).entrySet()) {
            if (entry.getValue() >= SMALLEST_SHOWN) {
                shown.put(entry.getKey(), entry.getValue());
            } else {
                other += entry.getValue();
            }
        }
        if (other > 0) {
            shown.put(OTHER, other);
        }
        return shown;
    }

    private Map<String, Long> group(UUID campaign, String column) {
        List<?> rows = em.createNativeQuery(
                        "select " + column + ", sum(signatures) from campaign_total where campaign_id = ?1"
                                + " group by " + column + " having sum(signatures) > 0 order by 2 desc, 1",
                        Object[].class)
                .setParameter(1, campaign)
                .getResultList();
        var grouped = new LinkedHashMap<String, Long>();
        for (var row : rows) {
            var cells = (Object[]) row;
            grouped.put(cells[0].toString(), ((Number) cells[1]).longValue());
        }
        return grouped;
    }
}
