package org.demarche.campaign.desk;

import java.util.List;
import java.util.Map;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.page.DeskPage;

/**
 * The form of a campaign.
 *
 * @param slug of the campaign that is changed; null for a new one
 * @param title of the campaign that is changed, or that a new one follows; null for none
 * @param letterFixed whether the letter can no longer be another one
 * @param last the campaigns that a new one may follow
 * @param clashes for each field that somebody else stored differently meanwhile, what is stored now
 */
public record FormView(
        DeskPage page,
        String slug,
        String title,
        TypedCampaign typed,
        boolean letterFixed,
        List<String> letters,
        List<Country> countries,
        List<String> zones,
        List<Last> last,
        List<Problem> problems,
        List<Problem> clashes) {

    /** @param note why no mail can go there yet; null where it can */
    public record Choice(String code, String name, String note, boolean ticked) {}

    /** @param open whether one of its missions is ticked */
    public record Country(String name, List<Choice> missions, boolean open, long ticked) {}

    public record Last(String slug, String title) {}

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("slug", "Address"),
            Map.entry("letter", "Letter"),
            Map.entry("goal", "Goal"),
            Map.entry("zone", "Time zone"),
            Map.entry("opensAt", "Opens"),
            Map.entry("closesAt", "Closes"),
            Map.entry("occasionOn", "Day of delivery"),
            Map.entry("mode", "What supporters may do"),
            Map.entry("language", "Own language"),
            Map.entry("missions", "Missions"),
            Map.entry("title", "Title"),
            Map.entry("summary", "Summary"),
            Map.entry("occasion", "Occasion"));

    public boolean isNew() {
        return slug == null;
    }

    public List<Language> languages() {
        return List.of(Language.values());
    }

    public String value(String field) {
        return typed.value(field);
    }

    public boolean chosen(String field, String value) {
        return typed.value(field).equals(value);
    }

    /** What is wrong with one field, or null. */
    public String problem(String field) {
        return problems.stream()
                .filter(p -> p.field().equals(field))
                .map(Problem::message)
                .findFirst()
                .orElse(null);
    }

    /** A field as people call it: "Title, 日本語". */
    public static String label(String field) {
        int dot = field.indexOf('.');
        return dot < 0
                ? LABELS.getOrDefault(field, field)
                : LABELS.getOrDefault(field.substring(0, dot), field) + ", "
                        + Language.find(field.substring(dot + 1))
                                .map(Language::nativeName)
                                .orElse("");
    }

    public String labelOf(Problem problem) {
        return label(problem.field());
    }
}
