package org.demarche.signing.page;

import io.quarkus.qute.RawString;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.CampaignMode;
import org.demarche.campaign.CampaignState;
import org.demarche.campaign.Tally;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.page.Page;
import org.demarche.common.page.PageLanguage;
import org.demarche.common.page.Phrase;
import org.demarche.common.page.Spoken;
import org.demarche.common.page.Wording;
import org.demarche.letter.CampaignLetter;
import org.demarche.letter.Organisation;
import org.demarche.mission.Countries;
import org.demarche.mission.Missions;
import org.demarche.signing.SignForm;
import org.demarche.signing.SignProblems;
import org.demarche.signing.guard.Stamps;
import org.demarche.switches.OffSwitch;
import org.demarche.switches.Switches;

/** Lays a campaign out for a reader: the letter on its sheet, what stands in the margin, and the form. */
@ApplicationScoped
class Reading {

    /** Countries named in the margin; the others are added up. */
    private static final int COUNTRIES_SHOWN = 6;

    private static final int NAMES_SHOWN = 20;

    private static final int NEWS_SHOWN = 8;

    /** Lines of others on the sample sheet: a total below them would contradict it. */
    private static final int SAMPLE_LINES = 4;

    private final PageLanguage pageLanguage;
    private final Organisation organisation;
    private final CampaignLetter letters;
    private final Tally tally;
    private final Missions missions;
    private final Recipients recipients;
    private final PlaceChoices places;
    private final PublicNames publicNames;
    private final Stamps stamps;
    private final CampaignNews news;
    private final SeenCampaigns seen;
    private final Switches switches;
    private final Clock clock;

    Reading(
            PageLanguage pageLanguage,
            Organisation organisation,
            CampaignLetter letters,
            Tally tally,
            Missions missions,
            Recipients recipients,
            PlaceChoices places,
            PublicNames publicNames,
            Stamps stamps,
            CampaignNews news,
            SeenCampaigns seen,
            Switches switches,
            Clock clock) {
        this.pageLanguage = pageLanguage;
        this.organisation = organisation;
        this.letters = letters;
        this.tally = tally;
        this.missions = missions;
        this.recipients = recipients;
        this.places = places;
        this.publicNames = publicNames;
        this.stamps = stamps;
        this.news = news;
        this.seen = seen;
        this.switches = switches;
        this.clock = clock;
    }

    /** The reader's language, the campaign's own where the reader names none of ours. */
    Language language(Campaign campaign) {
        return pageLanguage.or(campaign.defaultLanguage);
    }

    /** The form again while nothing can be stored, on the page as it was last seen; empty where it never was. */
    Optional<CampaignView> unstored(String slug, Map<String, String> typed, Function<SignProblems, String> why) {
        var language = language();
        var problem = new Problem("", why.apply(Wording.of(SignProblems.class, language)));
        return seen.of(slug, language).map(view -> view.with(new SignFormView(typed, List.of(problem))));
    }

    /** The reader's language where the campaign cannot be asked for its own. */
    Language language() {
        return pageLanguage.get();
    }

    /** The path of the next page of a campaign, with the language where no cookie keeps it. */
    URI next(String slug, String page) {
        return URI.create("/campaigns/" + slug + "/" + page + pageLanguage.carried());
    }

    Page page(Language language) {
        return pageLanguage.page(language, organisation.letterhead(language));
    }

    CampaignView view(Campaign campaign, Language language, SignFormView form) {
        return seen.remember(view(campaign, language, form, phase(campaign)));
    }

    /** As the public will see it once it is open; for staff, whatever its state. */
    CampaignView preview(Campaign campaign, Language language) {
        return view(campaign, language, SignFormView.empty(language, null), CampaignView.Phase.DRAFT);
    }

    private CampaignView view(Campaign campaign, Language language, SignFormView form, CampaignView.Phase phase) {
        var spoken = new Spoken(language, campaign.zoneId());
        var text = campaign.text(language);
        var count = tally.count(campaign.id);
        var version = letters.shown(campaign, language);
        return new CampaignView(
                page(language),
                campaign.slug,
                phase,
                new Phrase(language.tag(), text.title()),
                new Phrase(language.tag(), text.summary()),
                text.occasion(),
                campaign.occasionOn == null ? null : spoken.day(campaign.occasionOn),
                campaign.mode != CampaignMode.LETTERS,
                campaign.takesOwnLetters(),
                missions.anyOf("CN", campaign.missions),
                campaign.state == CampaignState.DELIVERED,
                spoken.number(SignForm.COMMENT_MAX),
                new CampaignView.Count(
                        spoken.tally(count.signatures()),
                        campaign.goal,
                        spoken.number(campaign.goal),
                        // The goal keeps its day when a list is closed before it.
                        Optional.ofNullable(campaign.closesAt)
                                .or(campaign::closing)
                                .map(spoken::day)
                                .orElse(""),
                        spoken.moment(count.asOf() == null ? clock.instant() : count.asOf())),
                sheet(campaign, version, count.signatures()),
                margin(campaign, language, version, spoken),
                form.stamped(stamps.now()),
                places.of(campaign, language),
                Preview.sample(
                        language, count.signatures() < SAMPLE_LINES ? null : spoken.number(count.signatures() + 1)));
    }

    /** The letter in the reader's language where it has one, exactly as the missions will read it. */
    private Sheet sheet(Campaign campaign, Language version, long signatures) {
        var spoken = new Spoken(version, campaign.zoneId());
        return new Sheet(
                version,
                new RawString(letters.forReaders(campaign, version).html()),
                spoken.tally(signatures),
                spoken.tally(tally.byCountry(campaign.id).size()));
    }

    private CampaignView.Margin margin(Campaign campaign, Language language, Language version, Spoken spoken) {
        return new CampaignView.Margin(
                recipients.phrase(campaign, language),
                opening(campaign).map(spoken::moment).orElse(""),
                campaign.closing().map(spoken::moment).orElse(""),
                campaign.closing().map(spoken::dayOfYear).orElse(""),
                campaign.letterVersion,
                version.nativeName(),
                page(language).languages().stream()
                        .filter(l -> !l.tag().equals(version.tag()))
                        .filter(l -> letters.languages(campaign).contains(Language.of(l.tag())))
                        .toList(),
                List.of(),
                byCountry(campaign, language, spoken),
                publicNames.newest(campaign, NAMES_SHOWN),
                opensIn(campaign, spoken),
                news.newest(campaign, language, NEWS_SHOWN));
    }

    private org.demarche.common.page.Tally opensIn(Campaign campaign, Spoken spoken) {
        if (campaign.state != CampaignState.SCHEDULED || campaign.opensAt == null) {
            return null;
        }
        long days = ChronoUnit.DAYS.between(
                LocalDate.ofInstant(clock.instant(), campaign.zoneId()),
                LocalDate.ofInstant(campaign.opensAt, campaign.zoneId()));
        return days > 0 ? spoken.tally(days) : null;
    }

    private static Optional<Instant> opening(Campaign campaign) {
        return Optional.ofNullable(campaign.openedAt == null ? campaign.opensAt : campaign.openedAt);
    }

    private List<CampaignView.Row> byCountry(Campaign campaign, Language language, Spoken spoken) {
        List<CampaignView.Row> rows = new ArrayList<>();
        long other = 0;
        for (var entry : tally.byCountryShown(campaign.id).entrySet()) {
            if (entry.getKey().equals(Tally.OTHER) || rows.size() == COUNTRIES_SHOWN) {
                other += entry.getValue();
            } else {
                rows.add(new CampaignView.Row(
                        Countries.name(entry.getKey(), language), spoken.number(entry.getValue())));
            }
        }
        // A single row for all of them says nothing that the total does not say.
        if (other > 0 && !rows.isEmpty()) {
            rows.add(new CampaignView.Row(null, spoken.number(other)));
        }
        return rows;
    }

    /** Whether signing is paused for a while, whatever the campaign's state. */
    boolean paused() {
        return switches.isOn(OffSwitch.PAUSE_SIGNING);
    }

    /** Why nothing can be signed just now. */
    String closed(Campaign campaign, Language language) {
        var problems = Wording.of(SignProblems.class, language);
        if (paused()) {
            return problems.paused();
        }
        var spoken = new Spoken(language, campaign.zoneId());
        return campaign.state == CampaignState.SCHEDULED
                ? problems.notYet(spoken.moment(campaign.opensAt))
                : problems.closed(campaign.closing().map(spoken::moment).orElse(""));
    }

    private CampaignView.Phase phase(Campaign campaign) {
        if (campaign.takesSignatures(clock.instant())) {
            return CampaignView.Phase.OPEN;
        }
        return campaign.state == CampaignState.SCHEDULED ? CampaignView.Phase.SOON : CampaignView.Phase.CLOSED;
    }
}
