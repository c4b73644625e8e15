package org.demarche.bundle.print;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.demarche.bundle.Bundle;
import org.demarche.bundle.BundleContent;
import org.demarche.bundle.Volume;
import org.demarche.bundle.print.CoverVolume.Figure;
import org.demarche.campaign.Tally;
import org.demarche.common.Language;
import org.demarche.common.page.Spoken;
import org.demarche.common.page.Wording;
import org.demarche.mission.Countries;
import org.demarche.signing.Disclosure;
import org.demarche.signing.Origin;
import org.demarche.signing.PrintedLines;
import org.demarche.signing.PrintedLines.Frozen;

/** The figures on cover and certificate, all taken from the frozen list. */
@ApplicationScoped
class BundleTotals {

    /** Ids asked for at a time. */
    private static final int SLICE = 1_000;

    private final EntityManager em;

    BundleTotals(EntityManager em) {
        this.em = em;
    }

    List<Figure> summary(Bundle bundle, List<Frozen> frozen, List<Volume> volumes, Language language) {
        var words = Wording.of(PaperMessages.class, language);
        var english = Wording.of(PaperMessages.class, Language.EN);
        var spoken = new Spoken(language, bundle.campaign.zoneId());
        long listed = frozen.stream().filter(f -> f.disclosure().listed()).count();
        long countries = countBy(frozen, "country", String.class).size();
        int pages = volumes.stream().mapToInt(v -> v.pages).sum();
        boolean letters = bundle.content == BundleContent.LETTERS;
        var figures = new ArrayList<Figure>();
        figures.add(new Figure(
                letters ? words.letters() : words.signatures(),
                letters ? english.letters() : english.signatures(),
                words.signaturesFrom(spoken.number(frozen.size()), spoken.number(countries))));
        // A letter needs a line to stand under, so that nobody is only counted.
        if (!letters) {
            figures.add(new Figure(words.listed(), english.listed(), words.lines(spoken.number(listed))));
            figures.add(new Figure(
                    words.counted(), english.counted(), words.people(spoken.number(frozen.size() - listed))));
        }
        figures.add(new Figure(
                words.volumes(),
                english.volumes(),
                words.volumesAndPages(spoken.number(volumes.size()), spoken.number(pages))));
        figures.add(new Figure(
                words.listClosed(),
                english.listClosed(),
                bundle.approval.approvedAt() == null ? "" : spoken.moment(bundle.approval.approvedAt())));
        return figures;
    }

    /** By country, most first; countries with few signers are added up, as on the site. */
    List<Figure> byCountry(List<Frozen> frozen, Language language) {
        var words = Wording.of(PaperMessages.class, language);
        var spoken = new Spoken(language, java.time.ZoneOffset.UTC);
        List<Figure> rows = new ArrayList<>();
        long other = 0;
        var byCountry = countBy(frozen, "country", String.class);
        for (var entry : byCountry.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .toList()) {
            if (entry.getValue() >= Tally.SMALLEST_SHOWN) {
                rows.add(new Figure(
                        Countries.name(entry.getKey(), language),
                        Countries.name(entry.getKey(), Language.EN),
                        spoken.number(entry.getValue())));
            } else {
                other += entry.getValue();
            }
        }
        if (other > 0) {
            rows.add(new Figure(
                    words.other(), Wording.of(PaperMessages.class, Language.EN).other(), spoken.number(other)));
        }
        return rows;
    }

    /** Web, paper and partners' lists, each with who confirmed them. */
    List<Figure> byOrigin(List<Frozen> frozen, Language language) {
        var counts = countBy(frozen, "origin", Origin.class);
        long web = counts.getOrDefault(Origin.WEB, 0L) + counts.getOrDefault(Origin.API, 0L);
        return List.of(
                figure(PaperMessages::web, web, language),
                figure(PaperMessages::paper, counts.getOrDefault(Origin.PAPER, 0L), language),
                figure(PaperMessages::partners, counts.getOrDefault(Origin.IMPORT, 0L), language));
    }

    List<Figure> byDisclosure(List<Frozen> frozen, Language language) {
        var counts = new EnumMap<Disclosure, Long>(PrintedLines.byDisclosure(frozen));
        return List.of(
                figure(PaperMessages::full, counts.getOrDefault(Disclosure.FULL, 0L), language),
                figure(PaperMessages::initials, counts.getOrDefault(Disclosure.INITIALS, 0L), language),
                figure(PaperMessages::country, counts.getOrDefault(Disclosure.COUNTRY, 0L), language),
                figure(PaperMessages::countedOnly, counts.getOrDefault(Disclosure.COUNTED, 0L), language));
    }

    private static Figure figure(Function<PaperMessages, String> label, long count, Language language) {
        return new Figure(
                label.apply(Wording.of(PaperMessages.class, language)),
                label.apply(Wording.of(PaperMessages.class, Language.EN)),
                new Spoken(language, java.time.ZoneOffset.UTC).number(count));
    }

    /** Counted in the database, in slices: 100,000 signatures are never in memory. */
    private <K> Map<K, Long> countBy(List<Frozen> frozen, String field, Class<K> type) {
        var counts = new HashMap<K, Long>();
        for (int from = 0; from < frozen.size(); from += SLICE) {
            var ids = frozen.subList(from, Math.min(frozen.size(), from + SLICE)).stream()
                    .map(Frozen::signature)
                    .toList();
            em.createQuery(
                            "select s." + field + ", count(s) from Signature s where s.id in ?1 group by s." + field,
                            Object[].class)
                    .setParameter(1, ids)
                    .getResultList()
                    .forEach(row -> counts.merge(type.cast(row[0]), (Long) row[1], Long::sum));
        }
        return counts;
    }
}
