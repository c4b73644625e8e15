package org.demarche.campaign.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.campaign.Campaign;
import org.demarche.common.WallClock;

/** Last year's campaign as a form for the next: the same words, missions and letter, the dates moved by whole years. */
final class NextYear {

    private final TypedCampaign before;
    private final int years;
    private final String yearBefore;
    private final String yearNow;

    private NextYear(Campaign campaign, Instant now) {
        this.before = TypedCampaign.of(campaign);
        var today = now.atZone(campaign.zoneId()).toLocalDate();
        var last = campaign.occasionOn != null
                ? campaign.occasionOn
                : campaign.closing()
                        .orElse(campaign.createdAt)
                        .atZone(campaign.zoneId())
                        .toLocalDate();
        int gap = 1;
        while (!last.plusYears(gap).isAfter(today)) {
            gap++;
        }
        this.years = gap;
        this.yearBefore = Integer.toString(last.getYear());
        this.yearNow = Integer.toString(last.getYear() + gap);
    }

    static TypedCampaign of(Campaign campaign, Instant now) {
        return new NextYear(campaign, now).form();
    }

    private TypedCampaign form() {
        Map<String, String> values = new HashMap<>(before.values().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> renumbered(e.getKey(), e.getValue()))));
        values.put("slug", slug());
        values.put("opensAt", moved(before.value("opensAt")));
        values.put("closesAt", moved(before.value("closesAt")));
        var day = before.value("occasionOn");
        values.put(
                "occasionOn",
                day.isEmpty() ? "" : LocalDate.parse(day).plusYears(years).toString());
        values.remove("revision");
        return new TypedCampaign(values, before.missions());
    }

    private String renumbered(String field, String value) {
        return field.contains(".") ? value.replace(yearBefore, yearNow) : value;
    }

    private String slug() {
        var slug = before.value("slug");
        return slug.endsWith("-" + yearBefore)
                ? slug.substring(0, slug.length() - yearBefore.length()) + yearNow
                : slug + "-" + yearNow;
    }

    /** The same time on the wall, whatever the clocks did since: {@link WallClock} reads it in the new year. */
    private String moved(String local) {
        return local.isEmpty()
                ? ""
                : LocalDateTime.parse(local).plusYears(years).toString();
    }
}
