package org.demarche.bundle.print;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.OutputStream;
import java.util.List;
import org.demarche.bundle.Bundle;
import org.demarche.bundle.BundleLines;
import org.demarche.bundle.OrganisationSeal;
import org.demarche.bundle.Volume;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Language;
import org.demarche.common.page.Wording;
import org.demarche.letter.CampaignLetter;
import org.demarche.letter.Layout;
import org.demarche.letter.RenderedLetter;
import org.demarche.mission.Mission;
import org.demarche.mission.Missions;
import org.demarche.pdf.Binding;
import org.demarche.pdf.DocumentInfo;
import org.demarche.pdf.PdfVolume;
import org.demarche.signing.PrintedLines;

/** Volume 0: the cover to the head of mission, the petition in the mission's language and in English, the certificate. */
@ApplicationScoped
class CoverVolume {

    /** A row of a ruled table on the certificate. */
    public record Figure(String label, String english, String value) {}

    /** Everything the cover and the certificate say, in the mission's language with English beside it. */
    public record CoverView(
            Language language,
            PaperMessages words,
            PaperMessages english,
            String organisation,
            String organisationEnglish,
            String place,
            String website,
            String title,
            String titleEnglish,
            String addressee,
            String missionHead,
            List<String> missionAddress,
            List<Figure> figures,
            List<Figure> countries,
            List<Figure> origins,
            List<Figure> choices,
            List<String> root,
            List<String> fingerprint,
            long ledgerSize,
            String verifyUrl,
            String signatory,
            String signatoryTitle,
            boolean letterPaper,
            boolean preview) {

        public boolean bilingual() {
            return language != Language.EN;
        }
    }

    @CheckedTemplate(basePath = "bundle")
    static class Templates {
        static native TemplateInstance cover(CoverView view);

        static native TemplateInstance certificate(CoverView view);
    }

    private final CampaignLetter letters;
    private final Missions missions;
    private final BundleLines lines;
    private final CoverContents contents;
    private final BundleTotals totals;
    private final OrganisationSeal seal;
    private final DemarcheConfig config;

    CoverVolume(
            CampaignLetter letters,
            Missions missions,
            BundleLines lines,
            CoverContents contents,
            BundleTotals totals,
            OrganisationSeal seal,
            DemarcheConfig config) {
        this.letters = letters;
        this.missions = missions;
        this.lines = lines;
        this.contents = contents;
        this.totals = totals;
        this.seal = seal;
        this.config = config;
    }

    /**
     * Everything that goes on paper, gathered and no longer bound to the database.
     *
     * @param contents null while there are no volumes
     */
    private record Gathered(CoverView view, List<RenderedLetter> letters, String contents, DocumentInfo info) {}

    /** Writes the volume. The database is asked before, not while anything is laid out. */
    Printed write(Bundle bundle, OutputStream out) {
        var gathered = QuarkusTransaction.requiringNew().call(() -> {
            var volumes = Volume.of(bundle.id).stream().filter(v -> v.n > 0).toList();
            return gather(Bundle.findById(bundle.id), lines.all(bundle.id), volumes, false);
        });
        var volume = PdfVolume.open(
                out, gathered.info, Binding.withoutHead(gathered.view.language().locale()));
        try (volume) {
            add(gathered, volume);
        }
        return Printed.of(volume);
    }

    /** Adds cover, petition and certificate to a volume, marked as not for delivery; joins the caller's transaction. */
    void preview(Bundle draft, List<PrintedLines.Frozen> frozen, PdfVolume volume) {
        add(gather(draft, frozen, List.of(), true), volume);
    }

    private static void add(Gathered gathered, PdfVolume volume) {
        var view = gathered.view;
        var locale = view.language().locale();
        volume.add(
                Templates.cover(view).setLocale(locale).render(), view.words().coverTitle());
        for (var letter : gathered.letters) {
            volume.add(letter.xhtml(), letter.subject());
        }
        if (gathered.contents != null) {
            volume.add(gathered.contents, view.words().contents());
        }
        volume.add(
                Templates.certificate(view).setLocale(locale).render(),
                view.words().certificate());
    }

    private Gathered gather(Bundle bundle, List<PrintedLines.Frozen> frozen, List<Volume> volumes, boolean preview) {
        var mission = missions.byCode(bundle.missionCode).orElseThrow();
        var languages = letters.languagesFor(bundle.campaign, mission, bundle.language);
        var language = languages.getFirst();
        var title = Wording.of(PaperMessages.class, language).coverTitle();
        return new Gathered(
                view(bundle, mission, language, frozen, volumes, preview),
                letters.toMission(bundle.campaign, mission, languages, bundle.paper),
                volumes.isEmpty() ? null : contents.of(bundle, volumes, language),
                letters.documentInfo(language, title));
    }

    private CoverView view(
            Bundle bundle,
            Mission mission,
            Language language,
            List<PrintedLines.Frozen> frozen,
            List<Volume> volumes,
            boolean preview) {
        var campaign = bundle.campaign;
        var own = letters.organisationFacts(language);
        return new CoverView(
                language,
                Wording.of(PaperMessages.class, language),
                Wording.of(PaperMessages.class, Language.EN),
                own.get("name"),
                letters.organisationFacts(Language.EN).get("name"),
                own.get("city"),
                own.get("website"),
                campaign.text(language).title(),
                campaign.text(Language.EN).title(),
                letters.addressee(campaign, language),
                Wording.of(PaperMessages.class, language).headOf(mission.headTitle(language), mission.nameIn(language)),
                mission.addressLines(language),
                totals.summary(bundle, frozen, volumes, language),
                totals.byCountry(frozen, language),
                totals.byOrigin(frozen, language),
                totals.byDisclosure(frozen, language),
                groups(bundle.ledgerRoot),
                groups(seal.fingerprint()),
                bundle.ledgerSize,
                config.baseUrl() + "/verify",
                own.get("signatory"),
                own.get("signatoryTitle"),
                bundle.paper == Layout.Paper.LETTER,
                preview);
    }

    /** Hex in groups of four, so that two people can read it to each other. */
    private static List<String> groups(String hex) {
        return List.of(hex.split("(?<=\\G.{4})"));
    }
}
