package org.demarche.signing.letters;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.demarche.campaign.Campaign;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.Text;
import org.demarche.common.page.Spoken;
import org.demarche.common.page.Wording;
import org.demarche.mission.Regions;
import org.demarche.signing.Disclosure;
import org.demarche.signing.FlawWords;
import org.demarche.signing.SignForm;
import org.demarche.signing.SignProblems;

/** What is wrong with an own letter, in the reader's language; empty where it can be taken. */
@ApplicationScoped
public class OwnLetterFlaws {

    private static final Set<SignForm.Flaw> OF_THE_PLACE =
            EnumSet.of(SignForm.Flaw.COUNTRY_REQUIRED, SignForm.Flaw.COUNTRY_UNKNOWN, SignForm.Flaw.REGION_ELSEWHERE);

    private final FlawWords words;
    private final Responsible responsible;
    private final Regions regions;

    OwnLetterFlaws(FlawWords words, Responsible responsible, Regions regions) {
        this.words = words;
        this.responsible = responsible;
        this.regions = regions;
    }

    public boolean placeIsKnown(OwnLetterForm form) {
        return form.signature().flaws(regions).stream().noneMatch(OF_THE_PLACE::contains);
    }

    /** For finding the mission: the place alone matters. */
    public List<Problem> ofPlace(Campaign campaign, OwnLetterForm form, Language language) {
        var flaws = form.signature().flaws(regions).stream()
                .filter(OF_THE_PLACE::contains)
                .toList();
        var problems = new ArrayList<>(words.say(flaws, form.signature(), language));
        if (problems.isEmpty()
                && responsible
                        .forPlace(
                                campaign,
                                form.signature().country(),
                                form.signature().region())
                        .isEmpty()) {
            problems.add(new Problem("mission", say(language).missionUnknown()));
        }
        return problems;
    }

    /** For looking at the letter: whatever a mission will not see may still be missing. */
    List<Problem> ofSheet(Campaign campaign, OwnLetterForm form, Language language) {
        boolean named = !"COUNTRY".equals(form.signature().disclosure())
                && form.signature().disclosure() != null;
        var flaws = form.signature().flaws(regions).stream()
                .filter(flaw -> !flaw.field().equals("email"))
                .filter(flaw -> named || flaw != SignForm.Flaw.NAME_REQUIRED)
                .toList();
        return all(campaign, form, flaws, language);
    }

    /** For sending. */
    public List<Problem> of(Campaign campaign, OwnLetterForm form, Language language) {
        var problems = new ArrayList<>(all(campaign, form, form.signature().flaws(regions), language));
        if (Channel.find(form.channel()).isEmpty()) {
            problems.add(new Problem("channel", say(language).channelUnknown()));
        }
        return problems;
    }

    private List<Problem> all(Campaign campaign, OwnLetterForm form, List<SignForm.Flaw> flaws, Language language) {
        var problems = new ArrayList<>(words.say(flaws, form.signature(), language));
        if (flaws.stream().noneMatch(OF_THE_PLACE::contains)
                && responsible.to(campaign, form).isEmpty()) {
            problems.add(new Problem("mission", say(language).missionUnknown()));
        }
        problems.addAll(ofWords(form, language));
        if (Disclosure.COUNTED.name().equals(form.signature().disclosure())) {
            problems.add(new Problem("disclosure", say(language).countedNeedsLine()));
        }
        return problems;
    }

    /** What stands in the letter beside the signature. */
    public List<Problem> ofWords(OwnLetterForm form, Language language) {
        var problems = new ArrayList<>(ofParagraph(form, language));
        if (form.isDrawnWrong()) {
            problems.add(new Problem("drawn", say(language).drawnUnknown()));
        }
        return problems;
    }

    public List<Problem> ofParagraph(OwnLetterForm form, Language language) {
        int over = Text.length(form.words()) - OwnLetterForm.PARAGRAPH_MAX;
        if (over > 0) {
            var spoken = new Spoken(language, ZoneOffset.UTC);
            return List.of(new Problem(
                    "paragraph",
                    say(language).paragraphTooLong(spoken.number(OwnLetterForm.PARAGRAPH_MAX), spoken.tally(over))));
        }
        return Text.hasControls(form.paragraph())
                ? List.of(new Problem("paragraph", say(language).paragraphControls()))
                : List.of();
    }

    private static SignProblems say(Language language) {
        return Wording.of(SignProblems.class, language);
    }
}
