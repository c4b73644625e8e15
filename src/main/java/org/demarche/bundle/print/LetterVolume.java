package org.demarche.bundle.print;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.demarche.bundle.Bundle;
import org.demarche.bundle.BundleContent;
import org.demarche.bundle.BundleLines;
import org.demarche.common.Language;
import org.demarche.common.page.Wording;
import org.demarche.letter.CampaignLetter;
import org.demarche.letter.Layout;
import org.demarche.mission.Missions;
import org.demarche.pdf.Binding;
import org.demarche.pdf.PdfVolume;
import org.demarche.signing.PrintedLines;
import org.demarche.signing.letters.BoundLetters;
import org.demarche.signing.letters.BoundLetters.Bound;
import org.demarche.signing.letters.BoundLetters.Frozen;

/**
 * Supporters' own letters, each on sheets of its own, with the contents in front. They are numbered within their volume,
 * so that no gap tells of a letter that was withdrawn.
 */
@ApplicationScoped
class LetterVolume implements VolumeWriter {

    /** @param page on which the letter begins */
    public record Entry(int number, String line, int page) {}

    /** @param first whether it begins the contents and carries the title */
    public record ContentsView(
            Language language,
            PaperMessages words,
            String title,
            String addressee,
            int volume,
            boolean first,
            boolean letterPaper,
            List<Entry> entries) {}

    @CheckedTemplate(basePath = "bundle")
    static class Templates {
        static native TemplateInstance contents(ContentsView view);
    }

    /** Letters opened at a time, in one transaction. */
    private static final int SLICE = 100;

    /** Lines of contents laid out at a time, as for sheets. */
    private static final int CHUNK = 500;

    private final BoundLetters bound;
    private final BundleLines lines;
    private final CampaignLetter letters;
    private final Missions missions;
    private final Clock clock;

    LetterVolume(BoundLetters bound, BundleLines lines, CampaignLetter letters, Missions missions, Clock clock) {
        this.clock = clock;
        this.bound = bound;
        this.lines = lines;
        this.letters = letters;
        this.missions = missions;
    }

    @Override
    public BundleContent content() {
        return BundleContent.LETTERS;
    }

    @Override
    public Printed write(Bundle bundle, int n, long from, long to, OutputStream out, LongConsumer done) {
        var language = QuarkusTransaction.requiringNew().call(() -> language(bundle));
        var words = Wording.of(PaperMessages.class, language);
        var run = QuarkusTransaction.requiringNew().call(() -> run(bundle, language));
        var info = letters.documentInfo(language, words.letters() + ", " + words.volume(n));
        var head = words.letters() + " · " + words.volume(n) + " · " + bundle.ledgerRoot.substring(0, 8);
        var volume = PdfVolume.open(out, info, new Binding(language.locale(), head));
        try (volume) {
            var entries = new ArrayList<Entry>();
            for (long at = from; at < to; at += SLICE) {
                long start = at;
                long end = Math.min(to, at + SLICE);
                var slice = QuarkusTransaction.requiringNew().call(() -> settled(bundle, start, end, run));
                add(slice, entries, words, volume);
                done.accept(end);
            }
            addContents(bundle, n, language, entries, volume);
        }
        return Printed.of(volume);
    }

    /** The letters that still hold, which is written down, so that the certificate counts what is printed. */
    private List<Bound> settled(Bundle bundle, long from, long to, BoundLetters.Run run) {
        var read = lines.letters(bundle.id, from, to);
        var opened = bound.open(read, run);
        lines.settle(
                bundle.id,
                read.stream().map(LetterVolume::line).toList(),
                opened.stream().map(letter -> line(letter.frozen())).toList());
        return opened;
    }

    private static PrintedLines.Frozen line(Frozen letter) {
        return new PrintedLines.Frozen(letter.signature(), letter.disclosure());
    }

    /** Adds the first letters to a volume whose running head says that it is not for delivery. */
    void preview(Bundle draft, List<Frozen> sample, PdfVolume volume) {
        var language = language(draft);
        var entries = new ArrayList<Entry>();
        add(bound.open(sample, run(draft, language)), entries, Wording.of(PaperMessages.class, language), volume);
        addContents(draft, 1, language, entries, volume);
    }

    private static void add(List<Bound> slice, List<Entry> entries, PaperMessages words, PdfVolume volume) {
        for (var letter : slice) {
            int number = entries.size() + 1;
            var bookmark = words.letter(number, letter.line());
            int added = volume.add(letter.copy().form(), letter.copy().values(), bookmark);
            entries.add(new Entry(number, letter.line(), volume.pages() - added + 1));
        }
    }

    private void addContents(Bundle bundle, int n, Language language, List<Entry> entries, PdfVolume volume) {
        var words = Wording.of(PaperMessages.class, language);
        for (int at = 0; at == 0 || at < entries.size(); at += CHUNK) {
            var view = new ContentsView(
                    language,
                    words,
                    bundle.campaign.text(language).title(),
                    letters.addressee(bundle.campaign, language),
                    n,
                    at == 0,
                    bundle.paper == Layout.Paper.LETTER,
                    entries.subList(at, Math.min(entries.size(), at + CHUNK)));
            volume.addInFront(
                    Templates.contents(view).setLocale(language.locale()).render(), at == 0 ? words.contents() : null);
        }
    }

    private BoundLetters.Run run(Bundle bundle, Language language) {
        var approved = bundle.approval == null ? null : bundle.approval.approvedAt();
        var closed = approved == null ? clock.instant() : approved;
        return bound.run(
                bundle.campaign,
                missions.byCode(bundle.missionCode).orElseThrow(),
                LocalDate.ofInstant(closed, bundle.campaign.zoneId()),
                language,
                bundle.paper);
    }

    private Language language(Bundle bundle) {
        return letters.languagesFor(
                        bundle.campaign, missions.byCode(bundle.missionCode).orElseThrow(), bundle.language)
                .getFirst();
    }
}
