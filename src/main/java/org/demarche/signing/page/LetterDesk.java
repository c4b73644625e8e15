package org.demarche.signing.page;

import io.quarkus.qute.RawString;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.campaign.Campaign;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.Text;
import org.demarche.common.page.Phrase;
import org.demarche.common.page.Spoken;
import org.demarche.common.page.Wording;
import org.demarche.letter.CampaignLetter;
import org.demarche.mission.Countries;
import org.demarche.mission.Jurisdiction;
import org.demarche.mission.Mission;
import org.demarche.mission.Regions;
import org.demarche.signing.Disclosed;
import org.demarche.signing.Disclosure;
import org.demarche.signing.OwnLine;
import org.demarche.signing.Person;
import org.demarche.signing.SignProblems;
import org.demarche.signing.SigningMessages;
import org.demarche.signing.guard.Stamps;
import org.demarche.signing.letters.OwnLetterFlaws;
import org.demarche.signing.letters.OwnLetterForm;
import org.demarche.signing.letters.OwnLetterPaper;
import org.demarche.signing.letters.Responsible;

/** Lays the letter writer out: the form as typed, the mission found, and the letter with what is known so far. */
@ApplicationScoped
class LetterDesk {

    private final Reading reading;
    private final PlaceChoices places;
    private final CampaignLetter letters;
    private final OwnLetterPaper paper;
    private final OwnLetterFlaws flaws;
    private final OwnLine lines;
    private final Responsible responsible;
    private final Regions regions;
    private final Stamps stamps;
    private final SeenCampaigns seen;
    private final Clock clock;

    LetterDesk(
            Reading reading,
            PlaceChoices places,
            CampaignLetter letters,
            OwnLetterPaper paper,
            OwnLetterFlaws flaws,
            OwnLine lines,
            Responsible responsible,
            Regions regions,
            Stamps stamps,
            SeenCampaigns seen,
            Clock clock) {
        this.reading = reading;
        this.places = places;
        this.letters = letters;
        this.paper = paper;
        this.flaws = flaws;
        this.lines = lines;
        this.responsible = responsible;
        this.regions = regions;
        this.stamps = stamps;
        this.seen = seen;
        this.clock = clock;
    }

    LetterWriterView view(
            Campaign campaign, MultivaluedMap<String, String> posted, List<Problem> problems, Language language) {
        var values = new HashMap<String, String>();
        posted.forEach((field, all) -> values.put(field, all.getFirst()));
        // A choice that this page does not offer must not be shown as chosen.
        if (disclosure(posted.getFirst("disclosure")) == Disclosure.COUNTRY) {
            values.put("disclosure", Disclosure.COUNTRY.name());
        }
        var form = OwnLetterForm.of(posted);
        var found = flaws.placeIsKnown(form)
                ? responsible
                        .forPlace(
                                campaign,
                                form.signature().country(),
                                form.signature().region())
                        .orElse(null)
                : null;
        var spoken = new Spoken(language, campaign.zoneId());
        var view = new LetterWriterView(
                reading.page(language),
                campaign.slug,
                new Phrase(language.tag(), campaign.text(language).title()),
                spoken.number(OwnLetterForm.PARAGRAPH_MAX),
                found == null ? null : office(found, language, spoken),
                sheet(campaign, form, found, language),
                new SignFormView(values, problems).stamped(stamps.now()),
                places.of(campaign, language),
                preview(form, language));
        // Who has chosen a name sees it in the lines, and nobody else may.
        return posted.getFirst("name") == null ? seen.remember(view) : view;
    }

    /** The form again while nothing can be read or stored; empty where the page was never laid out here. */
    Optional<LetterWriterView> unstored(String slug, MultivaluedMap<String, String> posted, Language language) {
        var values = new HashMap<String, String>();
        posted.forEach((field, all) -> values.put(field, all.getFirst()));
        var words = Wording.of(SignProblems.class, language);
        return seen.writer(slug, language)
                .map(view -> view.unread(new SignFormView(values, List.of(new Problem("", words.letterDown())))));
    }

    /** The sheet shows an invented writer until the form names one; it never shows words that cannot be sent. */
    private Sheet sheet(Campaign campaign, OwnLetterForm form, Mission mission, Language reader) {
        var language = letters.shown(campaign, reader);
        var sample = Wording.of(SigningMessages.class, language);
        var country = Countries.known(form.signature().country())
                ? Countries.name(form.signature().country(), language)
                : sample.sampleCountry();
        var person = Text.line(form.signature().name()).isEmpty()
                ? new Person(sample.sampleName(), null, null, sample.sampleCity(), null, null)
                : form.signature().person();
        var shown = Disclosed.of(
                        disclosure(form.signature().disclosure()),
                        person,
                        country,
                        code -> regions.name(code, language))
                .orElseThrow();
        var words = flaws.ofParagraph(form, reader).isEmpty() ? form.words() : "";
        var drawn = form.drawn(disclosure(form.signature().disclosure()));
        var letter = paper.lay(campaign, campaign.letterVersion, language, mission, shown, country, words, drawn);
        return new Sheet(language, new RawString(letter.html()), null, null);
    }

    private Preview preview(OwnLetterForm form, Language language) {
        if (Text.line(form.signature().name()).isEmpty()
                || !Countries.known(form.signature().country())) {
            return Preview.sampleLetter(language);
        }
        var person = form.signature().person();
        return new Preview(
                lines.of(Disclosure.FULL, form.signature().country(), person, language),
                paper.line(Disclosure.INITIALS, form.signature().country(), person, language),
                paper.line(Disclosure.COUNTRY, form.signature().country(), person, language),
                false,
                null);
    }

    private LetterWriterView.Office office(Mission mission, Language language, Spoken spoken) {
        var local = mission.localAddressLines();
        var separator = language == Language.JA || language == Language.ZH_HANS ? "、" : ", ";
        return new LetterWriterView.Office(
                mission.code(),
                mission.nameIn(language),
                mission.jurisdictions().stream()
                        .map(part -> name(part, language))
                        .distinct()
                        .collect(Collectors.joining(separator)),
                local.isEmpty() ? Language.EN.tag() : mission.hostLanguage(),
                local.isEmpty() ? mission.addressLines() : local,
                mission.verified(clock.instant())
                        .map(verification -> spoken.day(verification.at()))
                        .orElse(null));
    }

    private String name(Jurisdiction part, Language language) {
        return part.region() == null ? Countries.name(part.country(), language) : regions.name(part.region(), language);
    }

    private static Disclosure disclosure(String chosen) {
        return switch (chosen) {
            case "FULL" -> Disclosure.FULL;
            case "INITIALS" -> Disclosure.INITIALS;
            case null, default -> Disclosure.COUNTRY;
        };
    }
}
