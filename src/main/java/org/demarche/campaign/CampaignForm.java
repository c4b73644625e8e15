package org.demarche.campaign;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.Slug;
import org.demarche.common.Text;

/** A campaign as staff and scripts write it; texts are by language tag. In a change, what is null stays as it is. */
public record CampaignForm(
        String slug,
        String letter,
        Map<String, String> title,
        Map<String, String> summary,
        Map<String, String> occasion,
        Integer goal,
        String zone,
        Instant opensAt,
        Instant closesAt,
        List<String> missions,
        CampaignMode mode,
        String language,
        LocalDate occasionOn) {

    private static final int TITLE_MAX = 200;
    private static final int SUMMARY_MAX = 2_000;
    private static final int GOAL_MAX = 10_000_000;
    private static final int MISSIONS_MAX = 300;

    /** A new draft; the caller pins the letter's version. */
    Campaign create(int letterVersion, Instant now) {
        var problems = new ArrayList<Problem>();
        require(problems, "title", title != null && !title.isEmpty(), "a title in at least one language is needed");
        require(problems, "letter", letter != null, "name the letter");
        require(problems, "missions", missions != null && !missions.isEmpty(), "name at least one mission");
        refuse(problems);
        var campaign = new Campaign();
        campaign.id = UUID.randomUUID();
        campaign.slug = new Slug(slug).value();
        campaign.state = CampaignState.DRAFT;
        campaign.mode = CampaignMode.PETITION;
        campaign.letterKey = letter;
        campaign.letterVersion = letterVersion;
        campaign.goal = 1_000;
        campaign.zone = "Asia/Tokyo";
        campaign.createdAt = now;
        campaign.defaultLanguage =
                language == null ? Language.of(title.keySet().iterator().next()) : Language.of(language);
        change(campaign);
        return campaign;
    }

    /** Applies what is given to a campaign. */
    void change(Campaign campaign) {
        refuse(problems());
        writeTexts(campaign);
        campaign.defaultLanguage = language == null ? campaign.defaultLanguage : Language.of(language);
        campaign.goal = goal == null ? campaign.goal : goal;
        campaign.zone = zone == null ? campaign.zone : zone;
        campaign.opensAt = opensAt == null ? campaign.opensAt : opensAt;
        campaign.closesAt = closesAt == null ? campaign.closesAt : closesAt;
        campaign.mode = mode == null ? campaign.mode : mode;
        campaign.occasionOn = occasionOn == null ? campaign.occasionOn : occasionOn;
        if (missions != null) {
            campaign.missions.clear();
            campaign.missions.addAll(missions);
        }
        if (campaign.opensAt != null && campaign.closesAt != null && !campaign.opensAt.isBefore(campaign.closesAt)) {
            throw new BadInput("closesAt", "closing comes after opening");
        }
    }

    /**
     * The whole campaign written anew, as the form at the desk has it: what is empty there is taken away.
     *
     * @throws BadInput where this would take away what the campaign's state needs
     */
    void rewrite(Campaign campaign, Instant now) {
        refuse(problems());
        var problems = new ArrayList<Problem>();
        require(problems, "title", title != null && !title.isEmpty(), "A title in at least one language is needed.");
        require(problems, "missions", missions != null && !missions.isEmpty(), "Name at least one mission.");
        require(
                problems,
                "opensAt",
                campaign.state != CampaignState.SCHEDULED || opensAt != null,
                "It waits for its opening time, so it needs one. Take it back to draft first.");
        require(
                problems,
                "closesAt",
                campaign.state != CampaignState.OPEN || closesAt == null || closesAt.isAfter(now),
                "This has passed. To end the signing now, use the button that closes it.");
        refuse(problems);
        campaign.texts.clear();
        campaign.opensAt = null;
        campaign.closesAt = null;
        campaign.occasionOn = null;
        change(campaign);
        if (!campaign.texts.containsKey(campaign.defaultLanguage)) {
            throw new BadInput("language", "The campaign's own language needs a title.");
        }
    }

    /** What stands against this form by itself, whatever campaign it is for. */
    public List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        checkTexts(problems, "title", title, TITLE_MAX);
        checkTexts(problems, "summary", summary, SUMMARY_MAX);
        checkTexts(problems, "occasion", occasion, TITLE_MAX);
        require(
                problems,
                "goal",
                goal == null || goal > 0 && goal <= GOAL_MAX,
                "a goal is a number from 1 to " + GOAL_MAX);
        require(problems, "zone", zone == null || isZone(zone), "unknown time zone; use a name such as Asia/Tokyo");
        require(
                problems,
                "missions",
                missions == null
                        || missions.size() <= MISSIONS_MAX
                                && missions.stream().distinct().count() == missions.size(),
                "name each mission once, " + MISSIONS_MAX + " at most");
        return problems;
    }

    private static void checkTexts(List<Problem> problems, String field, Map<String, String> texts, int max) {
        if (texts == null) {
            return;
        }
        texts.forEach((tag, text) -> {
            require(problems, field + "." + tag, Language.find(tag).isPresent(), "unknown language");
            require(problems, field + "." + tag, text != null && !text.isBlank(), "text is missing");
            require(
                    problems,
                    field + "." + tag,
                    text == null || Text.length(text) <= max,
                    "at most " + max + " characters");
            require(problems, field + "." + tag, !Text.hasControls(text), "control characters are not allowed");
        });
    }

    private void writeTexts(Campaign campaign) {
        for (var language : Language.values()) {
            var before = campaign.texts.get(language);
            var newTitle = pick(title, language, before == null ? null : before.title());
            if (newTitle != null) {
                campaign.texts.put(
                        language,
                        new CampaignText(
                                newTitle,
                                pick(summary, language, before == null ? "" : before.summary()),
                                pick(occasion, language, before == null ? null : before.occasion())));
            }
        }
    }

    private static String pick(Map<String, String> texts, Language language, String otherwise) {
        var text = texts == null ? null : texts.get(language.tag());
        return text == null ? otherwise : Text.line(text);
    }

    private static boolean isZone(String name) {
        try {
            ZoneId.of(name);
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static void require(List<Problem> problems, String field, boolean holds, String message) {
        if (!holds) {
            problems.add(new Problem(field, message));
        }
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }
}
