package org.demarche.signing.letters;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.demarche.campaign.Campaign;
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.demarche.common.page.Wording;
import org.demarche.letter.CampaignLetter;
import org.demarche.letter.CampaignLetter.Writer;
import org.demarche.letter.Layout;
import org.demarche.letter.RenderedLetter;
import org.demarche.mission.Countries;
import org.demarche.mission.Mission;
import org.demarche.mission.Missions;
import org.demarche.mission.Regions;
import org.demarche.pdf.PdfVolume;
import org.demarche.pdf.PenStrokes;
import org.demarche.privacy.Vault;
import org.demarche.signing.Disclosed;
import org.demarche.signing.Disclosure;
import org.demarche.signing.Person;
import org.demarche.signing.SignProblems;

/** Own letters as the mission reads them: the writer is shown as disclosed and not otherwise. */
@ApplicationScoped
public class OwnLetterPaper {

    private final CampaignLetter letters;
    private final Missions missions;
    private final Regions regions;
    private final Vault vault;

    OwnLetterPaper(CampaignLetter letters, Missions missions, Regions regions, Vault vault) {
        this.letters = letters;
        this.missions = missions;
        this.regions = regions;
        this.vault = vault;
    }

    /**
     * Lays the letter out.
     *
     * @param mission null where it is not known yet
     * @param countryName of the writer, in the letter's language
     * @param drawn the signature they drew, where they show their name
     */
    public RenderedLetter lay(
            Campaign campaign,
            int version,
            Language language,
            Mission mission,
            Disclosed shown,
            String countryName,
            String words,
            Optional<PenStrokes> drawn) {
        return lay(campaign, version, language, mission, shown, countryName, words, drawn, null);
    }

    private RenderedLetter lay(
            Campaign campaign,
            int version,
            Language language,
            Mission mission,
            Disclosed shown,
            String countryName,
            String words,
            Optional<PenStrokes> drawn,
            Layout layout) {
        var writer = writer(shown, countryName, drawn, language);
        return letters.own(campaign, version, language, mission, writer, words, layout);
    }

    /** Who signs; without a name, a resident of the country. */
    Writer writer(Disclosed shown, String countryName, Optional<PenStrokes> drawn, Language language) {
        return shown.name().isEmpty()
                ? new Writer(resident(countryName, language), "", "", countryName)
                : new Writer(shown.name(), shown.place(), shown.country(), countryName, drawn);
    }

    /** The form's letter; the form has no flaws that would show in it. */
    RenderedLetter of(Campaign campaign, OwnLetterForm form, Mission mission, Language language) {
        var signature = form.signature();
        var country = signature.country().strip();
        return lay(
                campaign,
                campaign.letterVersion,
                language,
                mission,
                shown(signature.chosenDisclosure(), country, signature.person(), language),
                Countries.name(country, language),
                form.words(),
                form.drawn(signature.chosenDisclosure()),
                layout(form.channel(), country, mission));
    }

    /**
     * The letter as it is stored, with its writer as they are disclosed now.
     *
     * @throws Refusal 404 where it was erased, 409 where its writer chose to stand on no line, 503 where this process
     *     may not open it
     */
    public RenderedLetter of(OwnLetter letter) {
        if (!vault.opens()) {
            throw Refusal.unavailable("This machine may not open letters.");
        }
        var mission = missions.byCode(letter.missionCode)
                .orElseThrow(() -> Refusal.wrongState("The mission of this letter is no longer in the directory."));
        var words = letter.words(vault);
        var country = letter.signature.country;
        return lay(
                letter.signature.campaign,
                letter.letterVersion,
                letter.language,
                mission,
                shown(letter.disclosure(), country, words.writer(), letter.language),
                Countries.name(country, letter.language),
                words.paragraph(),
                words.drawn(letter.disclosure()),
                layout(letter.channel.name(), country, mission));
    }

    /** What its writer prints at home is laid out for the window of an envelope. */
    private static Layout layout(String channel, String country, Mission mission) {
        return Channel.PRINT.name().equals(channel) && mission != null ? Layout.posted(country, mission) : null;
    }

    public byte[] pdf(RenderedLetter letter) {
        var out = new ByteArrayOutputStream();
        try (var volume = PdfVolume.open(out, letters.documentInfo(letter.language(), letter.subject()))) {
            volume.add(letter.xhtml(), letter.subject());
        }
        return out.toByteArray();
    }

    /** The line under which a letter stands. */
    public String line(Disclosure disclosure, String country, Person person, Language language) {
        var shown = shown(disclosure, country, person, language);
        return shown.name().isEmpty() ? resident(shown.country(), language) : shown.line(language);
    }

    Disclosed shown(Disclosure disclosure, String country, Person person, Language language) {
        return Disclosed.of(disclosure, person, Countries.name(country, language), code -> regions.name(code, language))
                .orElseThrow(() -> Refusal.wrongState(
                        Wording.of(SignProblems.class, language).countedNeedsLine()));
    }

    private static String resident(String countryName, Language language) {
        return Wording.of(LetterMessages.class, language).resident(countryName);
    }
}
