package org.demarche.campaign.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.LetterCatalogue;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.page.DeskPage;
import org.demarche.mission.Countries;
import org.demarche.mission.Mission;
import org.demarche.mission.Missions;

/** Lays out the form of a campaign, the same for a new one and for a change. */
@ApplicationScoped
class CampaignFormPage {

    @CheckedTemplate(basePath = "campaign")
    static class Templates {
        static native TemplateInstance form(FormView view);
    }

    private final LetterCatalogue letters;
    private final Missions missions;
    private final Clock clock;

    CampaignFormPage(LetterCatalogue letters, Missions missions, Clock clock) {
        this.letters = letters;
        this.missions = missions;
        this.clock = clock;
    }

    /** A new campaign, which may follow another. */
    TemplateInstance launch(DeskPage page, Campaign follows, TypedCampaign typed, List<Problem> problems) {
        var last = Campaign.<Campaign>list("order by createdAt desc").stream()
                .map(c -> new FormView.Last(c.slug, title(c)))
                .toList();
        return form(page, null, follows == null ? null : title(follows), typed, false, last, problems, List.of());
    }

    TemplateInstance change(DeskPage page, Campaign campaign, TypedCampaign typed, List<Problem> problems) {
        return form(
                page,
                campaign.slug,
                title(campaign),
                typed,
                !campaign.mayChangeLetter(),
                List.of(),
                problems,
                List.of());
    }

    /** What was typed beside what somebody else stored meanwhile; saved again, what is typed here stands. */
    TemplateInstance clash(DeskPage page, Campaign campaign, TypedCampaign typed) {
        var stored = TypedCampaign.of(campaign);
        List<Problem> clashes = new ArrayList<>();
        var fields = new TreeSet<>(stored.values().keySet());
        fields.addAll(typed.values().keySet());
        fields.remove("revision");
        for (var field : fields) {
            if (!stored.value(field).equals(typed.value(field))) {
                clashes.add(new Problem(field, stored.value(field)));
            }
        }
        if (!stored.missions().equals(typed.missions())) {
            clashes.add(new Problem("missions", String.join(", ", stored.missions())));
        }
        return form(
                page,
                campaign.slug,
                title(campaign),
                typed.with("revision", Integer.toString(campaign.revision)),
                !campaign.mayChangeLetter(),
                List.of(),
                List.of(),
                clashes);
    }

    private TemplateInstance form(
            DeskPage page,
            String slug,
            String title,
            TypedCampaign typed,
            boolean letterFixed,
            List<FormView.Last> last,
            List<Problem> problems,
            List<Problem> clashes) {
        return Templates.form(new FormView(
                page,
                slug,
                title,
                typed,
                letterFixed,
                letters.keys(),
                countries(typed.missions()),
                ZONES,
                last,
                problems,
                clashes));
    }

    /** Places that people live in, not offsets and old names. */
    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.equals("UTC")
                    || id.matches("(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
            .sorted()
            .toList();

    private List<FormView.Country> countries(List<String> ticked) {
        var now = clock.instant();
        return missions.list(null, null, null).stream()
                .map(Missions.Listed::mission)
                .collect(Collectors.groupingBy(Mission::hostCountry))
                .entrySet()
                .stream()
                .map(e -> new FormView.Country(
                        Countries.name(e.getKey(), Language.EN),
                        e.getValue().stream()
                                .map(m -> new FormView.Choice(
                                        m.code(),
                                        m.nameIn(Language.EN),
                                        m.verifiedAddress(now).isPresent() ? null : "no address verified within a year",
                                        ticked.contains(m.code())))
                                .toList(),
                        e.getValue().stream().anyMatch(m -> ticked.contains(m.code())),
                        e.getValue().stream()
                                .filter(m -> ticked.contains(m.code()))
                                .count()))
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }

    private static String title(Campaign campaign) {
        return campaign.text(Language.EN).title();
    }
}
