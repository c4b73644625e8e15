package org.demarche.letter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.Tally;
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.demarche.mission.Mission;
import org.demarche.pdf.DocumentInfo;
import org.demarche.pdf.PenStrokes;

/** The letter that a campaign has pinned, filled in: for readers of the site, and for each mission. */
@ApplicationScoped
public class CampaignLetter {

    /** A paragraph of plain words and the numbered list right after it. */
    private static final Pattern REQUEST = Pattern.compile("<p>[^<]*</p>\\s*<ol>.*?</ol>", Pattern.DOTALL);

    private final Letters letters;
    private final Organisation organisation;
    private final Tally tally;
    private final Clock clock;
    private final LetterConfig config;

    CampaignLetter(Letters letters, Organisation organisation, Tally tally, Clock clock, LetterConfig config) {
        this.letters = letters;
        this.organisation = organisation;
        this.tally = tally;
        this.clock = clock;
        this.config = config;
    }

    /** The languages the pinned version is written in. */
    public List<Language> languages(Campaign campaign) {
        return pinned(campaign).languages();
    }

    /** The language in which a reader of this language sees the letter. */
    public Language shown(Campaign campaign, Language reader) {
        return pinned(campaign).nearest(reader).language();
    }

    /** The mission's own language first, then English, as far as the letter is written in them. */
    public List<Language> languagesFor(Campaign campaign, Mission mission) {
        var written = languages(campaign);
        var fitting = Stream.of(Language.readIn(mission.sendingState()), Language.EN)
                .distinct()
                .filter(written::contains)
                .toList();
        return fitting.isEmpty() ? List.of(written.getFirst()) : fitting;
    }

    /**
     * The language that somebody chose first, then English; without a choice, as for any letter to this mission.
     *
     * @param chosen null for no choice
     * @throws Refusal 409 where the letter is not written in it
     */
    public List<Language> languagesFor(Campaign campaign, Mission mission, Language chosen) {
        if (chosen == null) return languagesFor(campaign, mission);
        var written = languages(campaign);
        if (!written.contains(chosen)) {
            throw Refusal.wrongState("The letter is not written in " + chosen.nativeName() + ".");
        }
        return Stream.of(chosen, Language.EN)
                .distinct()
                .filter(written::contains)
                .toList();
    }

    /** Whether the letter is written in the mission's own language. */
    public boolean speaksTo(Campaign campaign, Mission mission) {
        return languages(campaign).contains(Language.readIn(mission.sendingState()));
    }

    /** The letter as the site shows it: to no mission yet, dated on the occasion. */
    public RenderedLetter forReaders(Campaign campaign, Language language) {
        var date = Optional.ofNullable(campaign.occasionOn).orElseGet(() -> today(campaign));
        return letters.draft(
                pinned(campaign), language, record(campaign, language, date).build());
    }

    /** The numbered request of the letter with the words that lead to it, as HTML; empty where it has none. */
    public Optional<String> request(Campaign campaign, Language language) {
        var found = REQUEST.matcher(forReaders(campaign, language).html());
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    /**
     * The letter to one mission in each of these languages, dated today, with the count so far.
     *
     * @throws Refusal 409 where something that the letter requires is missing
     */
    public List<RenderedLetter> toMission(Campaign campaign, Mission mission, List<Language> languages) {
        return toMission(campaign, mission, languages, config.paper());
    }

    /** The same on paper of one's choice. */
    public List<RenderedLetter> toMission(
            Campaign campaign, Mission mission, List<Language> languages, Layout.Paper paper) {
        var today = today(campaign);
        var countries = tally.byCountry(campaign.id).size();
        long count = tally.count(campaign.id).signatures();
        return languages.stream()
                .map(language -> letters.draft(
                        pinned(campaign),
                        language,
                        record(campaign, language, today)
                                .layout(Layout.plain(paper))
                                .mission(mission, language)
                                .signatures(count, countries, today, language)
                                .build()))
                .map(letter -> whole(letter, mission))
                .toList();
    }

    /**
     * Who signs an own letter, already cut to what they disclose.
     *
     * @param city empty where it is not shown, {@code country} likewise
     * @param writesFrom the country for the dateline
     * @param drawn their signature, where they drew one and show their name
     */
    public record Writer(String name, String city, String country, String writesFrom, Optional<PenStrokes> drawn) {

        public Writer(String name, String city, String country, String writesFrom) {
            this(name, city, country, writesFrom, Optional.empty());
        }
    }

    /**
     * A supporter's own letter in the language given, dated today.
     *
     * @param layout null for the organisation's own paper
     * @param version of the campaign's letter
     * @param mission null where it is not known yet
     * @param words plain text; empty for none
     * @throws Refusal 409 where something that the letter requires is missing
     */
    public RenderedLetter own(
            Campaign campaign,
            int version,
            Language language,
            Mission mission,
            Writer writer,
            String words,
            Layout layout) {
        var today = today(campaign);
        var record = record(campaign, language, today);
        if (layout != null) {
            record.layout(layout);
        }
        record.letter(today, writer.writesFrom(), "", language)
                .signer(writer.name(), writer.city(), "", writer.country())
                .drawn(writer.drawn())
                .comment(words);
        var letter = letters.version(campaign.letterKey, version);
        return mission == null
                ? letters.draft(letter, language, record.build())
                : whole(
                        letters.draft(
                                letter,
                                language,
                                record.mission(mission, language).build()),
                        mission);
    }

    /**
     * The own letter that many supporters write to one mission, without the writers.
     *
     * @param date on every letter
     */
    public Circular circular(
            Campaign campaign, int version, Language language, Mission mission, LocalDate date, Layout.Paper paper) {
        var text = letters.version(campaign.letterKey, version).in(language);
        return new Circular(
                text.orElseThrow(() -> Refusal.unknown("The letter is not written in " + language.tag() + ".")),
                record(campaign, language, date)
                        .layout(Layout.plain(paper))
                        .mission(mission, language)
                        .build());
    }

    private static RenderedLetter whole(RenderedLetter letter, Mission mission) {
        if (!letter.missing().isEmpty()) {
            throw Refusal.wrongState("The letter to " + mission.code() + " ("
                    + letter.language().tag() + ") lacks: " + String.join(", ", letter.missing()) + ".");
        }
        return letter;
    }

    private MergeRecord.Builder record(Campaign campaign, Language language, LocalDate date) {
        var text = campaign.text(language);
        var occasion = Optional.ofNullable(campaign.occasionOn).orElse(date);
        return MergeRecord.builder()
                .layout(Layout.plain(config.paper()))
                .organisation(organisation.facts(language))
                .letter(date, "", "", language)
                .campaign(text.title(), text.occasion() == null ? text.title() : text.occasion(), occasion, language);
    }

    /** Whom the letter is to, in one phrase. */
    public String addressee(Campaign campaign, Language language) {
        var text = pinned(campaign).nearest(language);
        return switch (text.language()) {
            case EN -> text.addresseeName() + ", " + text.addresseeTitle();
            case JA -> text.addresseeTitle() + " " + text.addresseeName() + "閣下";
            case KO -> text.addresseeTitle() + " " + text.addresseeName() + " 각하";
            case ZH_HANS -> text.addresseeTitle() + text.addresseeName() + "阁下";
        };
    }

    public Map<String, String> organisationFacts(Language language) {
        return organisation.facts(language);
    }

    public DocumentInfo documentInfo(Language language, String title) {
        return new DocumentInfo(
                title, language.locale(), clock.instant(), organisation.name(language), organisation.mark());
    }

    private Letter pinned(Campaign campaign) {
        return letters.version(campaign.letterKey, campaign.letterVersion);
    }

    private LocalDate today(Campaign campaign) {
        return LocalDate.ofInstant(clock.instant(), campaign.zoneId());
    }
}
