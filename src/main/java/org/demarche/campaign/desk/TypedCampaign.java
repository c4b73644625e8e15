package org.demarche.campaign.desk;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.CampaignForm;
import org.demarche.campaign.CampaignMode;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.Slug;
import org.demarche.common.WallClock;

/**
 * A campaign as it stands in the fields of the form, whether or not it can be taken.
 *
 * @param values by field; texts as {@code title.ja}; times as the clock of {@code zone} shows them
 * @param missions codes of those that are ticked
 */
public record TypedCampaign(Map<String, String> values, List<String> missions) {

    private static final int LONGEST = 4_000;

    public TypedCampaign {
        values = Map.copyOf(values);
        missions = List.copyOf(missions);
    }

    static TypedCampaign of(MultivaluedMap<String, String> posted) {
        var values = new HashMap<String, String>();
        posted.forEach((field, all) -> {
            var value = all.getFirst();
            values.put(field, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
        });
        values.remove("mission");
        return new TypedCampaign(values, posted.getOrDefault("mission", List.of()));
    }

    static TypedCampaign of(Campaign campaign) {
        var clock = new WallClock(campaign.zoneId());
        var values = new HashMap<String, String>();
        values.put("slug", campaign.slug);
        values.put("letter", campaign.letterKey);
        values.put("goal", Integer.toString(campaign.goal));
        values.put("zone", campaign.zone);
        values.put("mode", campaign.mode.name());
        values.put("language", campaign.defaultLanguage.tag());
        values.put("opensAt", campaign.opensAt == null ? "" : clock.write(campaign.opensAt));
        values.put("closesAt", campaign.closesAt == null ? "" : clock.write(campaign.closesAt));
        values.put("occasionOn", campaign.occasionOn == null ? "" : campaign.occasionOn.toString());
        values.put("revision", Integer.toString(campaign.revision));
        campaign.texts.forEach((language, text) -> {
            values.put("title." + language.tag(), text.title());
            values.put("summary." + language.tag(), text.summary());
            values.put("occasion." + language.tag(), text.occasion() == null ? "" : text.occasion());
        });
        return new TypedCampaign(values, campaign.missions);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What the person who typed saw of the campaign; -1 where the field was tampered with. */
    int revision() {
        return value("revision").matches("\\d{1,9}") ? Integer.parseInt(value("revision")) : -1;
    }

    TypedCampaign with(String field, String value) {
        var changed = new HashMap<>(values);
        changed.put(field, value);
        return new TypedCampaign(changed, missions);
    }

    /**
     * What is typed, read.
     *
     * @param before what is stored, whose times are kept to the second where they read the same; null for none
     * @throws BadInput with everything that cannot be taken at once
     */
    CampaignForm read(Campaign before) {
        var problems = new ArrayList<Problem>();
        var zone = tried(problems, this::zone);
        var clock = new WallClock(zone == null ? ZoneId.of("UTC") : zone);
        var stored = before == null ? null : TypedCampaign.of(before);
        var opens = same(stored, "opensAt")
                ? before.opensAt
                : tried(problems, () -> value("opensAt").isBlank() ? null : clock.first("opensAt", value("opensAt")));
        var closes = same(stored, "closesAt")
                ? before.closesAt
                : tried(problems, () -> value("closesAt").isBlank() ? null : clock.last("closesAt", value("closesAt")));
        var form = new CampaignForm(
                value("slug").strip(),
                value("letter"),
                texts("title", problems),
                texts("summary", problems),
                texts("occasion", problems),
                tried(problems, this::goal),
                zone == null ? null : zone.getId(),
                opens,
                closes,
                missions,
                tried(problems, this::mode),
                language(),
                tried(problems, this::day));
        if (before == null) {
            tried(problems, () -> new Slug(form.slug()));
        }
        problems.addAll(form.problems());
        if (form.title().isEmpty()) {
            problems.add(new Problem("title." + Language.EN.tag(), "A title in at least one language is needed."));
        }
        if (missions.isEmpty()) {
            problems.add(new Problem("missions", "Tick at least one mission."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return form;
    }

    private boolean same(TypedCampaign stored, String field) {
        return stored != null
                && value(field).equals(stored.value(field))
                && value("zone").equals(stored.value("zone"));
    }

    private Map<String, String> texts(String field, List<Problem> problems) {
        var texts = new LinkedHashMap<String, String>();
        for (var language : Language.values()) {
            var name = field + "." + language.tag();
            if (value(name).isBlank()) {
                continue;
            }
            if (value("title." + language.tag()).isBlank()) {
                problems.add(new Problem(name, "Give a title in this language, too."));
            }
            texts.put(language.tag(), value(name));
        }
        return texts;
    }

    /** The one chosen where it has a title, else the first that has one. */
    private String language() {
        var chosen = value("language");
        if (!value("title." + chosen).isBlank()) {
            return chosen;
        }
        for (var language : Language.values()) {
            if (!value("title." + language.tag()).isBlank()) {
                return language.tag();
            }
        }
        return Language.EN.tag();
    }

    private ZoneId zone() {
        if (!ZoneId.getAvailableZoneIds().contains(value("zone"))) {
            throw new BadInput("zone", "Choose a time zone.");
        }
        return ZoneId.of(value("zone"));
    }

    private Integer goal() {
        var digits = value("goal").replaceAll("[ ,.\u00A0\u202F]", "");
        if (!digits.matches("\\d{1,9}")) {
            throw new BadInput("goal", "Give a whole number, such as 3000.");
        }
        return Integer.valueOf(digits);
    }

    private CampaignMode mode() {
        for (var mode : CampaignMode.values()) {
            if (mode.name().equals(value("mode"))) {
                return mode;
            }
        }
        throw new BadInput("mode", "Choose what supporters may do.");
    }

    private LocalDate day() {
        try {
            return value("occasionOn").isBlank() ? null : LocalDate.parse(value("occasionOn"));
        } catch (DateTimeParseException unreadable) {
            throw new BadInput("occasionOn", "Give a day, such as 2026-09-24.");
        }
    }

    private static <T> T tried(List<Problem> problems, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (BadInput bad) {
            problems.addAll(bad.problems());
            return null;
        }
    }
}
