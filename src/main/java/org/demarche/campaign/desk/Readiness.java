package org.demarche.campaign.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.CampaignText;
import org.demarche.campaign.LetterCatalogue;
import org.demarche.common.Language;
import org.demarche.common.page.Spoken;
import org.demarche.mission.Mission;
import org.demarche.mission.Missions;

/** What a campaign still lacks before it can open, or before its letters can leave. */
@ApplicationScoped
class Readiness {

    enum Standing {
        DONE,
        TO_DO,
        IN_THE_WAY
    }

    private final LetterCatalogue letters;
    private final Missions missions;
    private final Clock clock;

    Readiness(LetterCatalogue letters, Missions missions, Clock clock) {
        this.letters = letters;
        this.missions = missions;
        this.clock = clock;
    }

    List<Check> of(Campaign campaign) {
        return List.of(letter(campaign), texts(campaign), missions(campaign), times(campaign), delivery(campaign));
    }

    private Check letter(Campaign campaign) {
        var languages = letters.languages(campaign.letterKey, campaign.letterVersion);
        var missing = missingFrom(languages);
        var name = campaign.letterKey + ", version " + campaign.letterVersion + ": ";
        return missing.isEmpty()
                ? Check.done("Letter in four languages", name + names(languages) + ".")
                : Check.toDo(
                        "Letter in four languages",
                        name + names(languages) + ". Who reads " + names(missing) + " is shown another one.");
    }

    private static Check texts(Campaign campaign) {
        var untitled = missingFrom(List.copyOf(campaign.texts.keySet()));
        if (!untitled.isEmpty()) {
            return Check.toDo(
                            "Title and summary in four languages",
                            "Nothing in " + names(untitled) + " yet; readers see "
                                    + names(List.of(campaign.defaultLanguage)) + " instead.")
                    .leading(change(campaign, "title." + untitled.getFirst().tag()), "Write them");
        }
        var brief = campaign.texts.entrySet().stream()
                .filter(e -> isBlank(e.getValue()))
                .map(e -> e.getKey())
                .toList();
        return brief.isEmpty()
                ? Check.done("Title and summary in four languages", "All are written.")
                : Check.toDo("Title and summary in four languages", "No summary in " + names(brief) + ".")
                        .leading(change(campaign, "summary." + brief.getFirst().tag()), "Write it");
    }

    private static boolean isBlank(CampaignText text) {
        return text.summary() == null || text.summary().isBlank();
    }

    private Check missions(Campaign campaign) {
        var now = clock.instant();
        var known = campaign.missions.stream()
                .flatMap(code -> missions.byCode(code).stream())
                .toList();
        var unsure = known.stream().filter(m -> m.verified(now).isEmpty()).toList();
        var silent = known.stream()
                .filter(m ->
                        m.verified(now).isPresent() && m.verifiedAddress(now).isEmpty())
                .toList();
        var carried = silent.isEmpty()
                ? ""
                : " " + missionNames(silent) + (silent.size() == 1 ? " has" : " have")
                        + " no e-mail address; a bundle can be carried there.";
        var title = "Missions verified within a year";
        if (unsure.isEmpty()) {
            return Check.done(title, known.size() + " of " + known.size() + "." + carried);
        }
        return new Check(
                title,
                (known.size() - unsure.size()) + " of " + known.size() + ". Nothing can be mailed to the others: "
                        + missionNames(unsure) + "." + carried,
                Standing.TO_DO,
                unsure.stream()
                        .limit(3)
                        .map(m -> new Check.Link("/desk/missions/" + m.code(), "Verify " + m.city(Language.EN)))
                        .toList());
    }

    private Check times(Campaign campaign) {
        var now = clock.instant();
        var said = new Spoken(Language.EN, campaign.zoneId());
        var title = "Opening and closing";
        if (campaign.closesAt != null && !campaign.closesAt.isAfter(now)) {
            return new Check(
                    title,
                    "Its closing, " + said.moment(campaign.closesAt) + ", has passed. It cannot open.",
                    Standing.IN_THE_WAY,
                    List.of(new Check.Link(change(campaign, "closesAt"), "Move it")));
        }
        var parts = new ArrayList<String>();
        parts.add(opening(campaign, now, said));
        parts.add(
                campaign.closesAt == null
                        ? "No closing time: somebody has to close it."
                        : "Closes " + said.moment(campaign.closesAt) + ", by itself.");
        var words = String.join(" ", parts);
        return campaign.closesAt == null || campaign.opensAt == null
                ? Check.toDo(title, words).leading(change(campaign, "opensAt"), "Set the times")
                : Check.done(title, words);
    }

    private static String opening(Campaign campaign, Instant now, Spoken said) {
        if (campaign.opensAt == null) {
            return "No opening time: somebody has to open it.";
        }
        return campaign.opensAt.isAfter(now)
                ? "Opens " + said.moment(campaign.opensAt)
                        + (campaign.state.word().equals("scheduled") ? ", by itself." : ", once it is scheduled.")
                : "The opening time has passed; it can be opened by hand.";
    }

    private static Check delivery(Campaign campaign) {
        return campaign.occasionOn == null
                ? Check.toDo("Day of delivery", "Not fixed; the page does not name one.")
                        .leading(change(campaign, "occasionOn"), "Fix it")
                : Check.done(
                        "Day of delivery", new Spoken(Language.EN, campaign.zoneId()).day(campaign.occasionOn) + ".");
    }

    private static List<Language> missingFrom(List<Language> there) {
        return List.of(Language.values()).stream()
                .filter(l -> !there.contains(l))
                .toList();
    }

    private static String names(List<Language> languages) {
        return languages.stream()
                .map(language -> language.locale().getDisplayLanguage(Locale.ENGLISH))
                .collect(Collectors.joining(", "));
    }

    private static String missionNames(List<Mission> missions) {
        return missions.stream().map(m -> m.city(Language.EN)).collect(Collectors.joining(", "));
    }

    private static String change(Campaign campaign, String field) {
        return "/desk/campaigns/" + campaign.slug + "/change#" + field;
    }
}
