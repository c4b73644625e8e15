package org.demarche.bundle.print;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.OutputStream;
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
import org.demarche.signing.Disclosed;
import org.demarche.signing.PrintedLines;

/** Sheets of signers: one line each, exactly as each chose; those who are only counted leave no trace here. */
@ApplicationScoped
class SheetVolume implements VolumeWriter {

    /**
     * One sheet document; several make a volume.
     *
     * @param first whether it begins the volume and carries the title
     * @param preview marks every page as not for delivery
     * @param letterPaper Letter instead of A4
     */
    public record SheetView(
            Language language,
            PaperMessages words,
            String title,
            String addressee,
            int volume,
            String rootPrefix,
            boolean first,
            boolean preview,
            boolean letterPaper,
            List<Row> rows) {}

    /** @param number counts the printed lines, so that nothing shows where someone is only counted */
    public record Row(long number, Disclosed line) {}

    @CheckedTemplate(basePath = "bundle")
    static class Templates {
        static native TemplateInstance sheet(SheetView view);
    }

    /** Lines laid out at a time: one long table would cost memory and time beyond proportion. */
    private static final int CHUNK = 500;

    private final PrintedLines printed;
    private final BundleLines lines;
    private final CampaignLetter letters;
    private final Missions missions;

    SheetVolume(PrintedLines printed, BundleLines lines, CampaignLetter letters, Missions missions) {
        this.printed = printed;
        this.lines = lines;
        this.letters = letters;
        this.missions = missions;
    }

    @Override
    public BundleContent content() {
        return BundleContent.SHEETS;
    }

    @Override
    public Printed write(Bundle bundle, int n, long from, long to, OutputStream out, LongConsumer done) {
        var language = language(bundle);
        var words = Wording.of(PaperMessages.class, language);
        var info = letters.documentInfo(language, words.signers() + ", " + words.volume(n));
        var volume = PdfVolume.open(out, info, Binding.withoutHead(language.locale()));
        try (volume) {
            long number = numberBefore(bundle, from);
            boolean first = true;
            // What did not fill a page stands at the head of the next chunk.
            var waiting = new ArrayList<Row>();
            for (long at = from; at < to; at += CHUNK) {
                long end = Math.min(to, at + CHUNK);
                long start = at;
                var rows = number(
                        QuarkusTransaction.requiringNew().call(() -> settled(bundle, start, end, language)), number);
                number += rows.size();
                waiting.addAll(rows);
                if (waiting.size() >= CHUNK || end == to && (first || !waiting.isEmpty())) {
                    var view = view(bundle, language, n, first, false, List.copyOf(waiting));
                    int on = volume.addRows(
                            Templates.sheet(view).setLocale(language.locale()).render(), end < to);
                    waiting.subList(0, on).clear();
                    first = first && on == 0;
                }
                done.accept(end);
            }
        }
        return Printed.of(volume);
    }

    /** The lines as they hold at this moment, which is written down, so that the certificate counts what is printed. */
    private List<Disclosed> settled(Bundle bundle, long from, long to, Language language) {
        var read = lines.read(bundle.id, from, to);
        var holding = printed.settle(read);
        lines.settle(bundle.id, read, holding);
        return printed.print(holding, language);
    }

    /** Adds the first lines, marked as not for delivery; returns nothing of those who are not listed. */
    void preview(Bundle draft, List<PrintedLines.Frozen> sample, PdfVolume volume) {
        var language = language(draft);
        var rows = number(printed.print(sample, language), 1);
        volume.add(Templates.sheet(view(draft, language, 1, true, true, rows))
                .setLocale(language.locale())
                .render());
    }

    private SheetView view(Bundle bundle, Language language, int n, boolean first, boolean preview, List<Row> rows) {
        return new SheetView(
                language,
                Wording.of(PaperMessages.class, language),
                bundle.campaign.text(language).title(),
                letters.addressee(bundle.campaign, language),
                n,
                bundle.ledgerRoot.substring(0, 8),
                first,
                preview,
                bundle.paper == Layout.Paper.LETTER,
                rows);
    }

    private static List<Row> number(List<Disclosed> printed, long next) {
        List<Row> rows = new ArrayList<>(printed.size());
        for (var line : printed) {
            rows.add(new Row(next++, line));
        }
        return rows;
    }

    /** Volumes are numbered through: a line's number is its place among the printed lines of the whole bundle. */
    private long numberBefore(Bundle bundle, long from) {
        return 1 + (from == 0 ? 0 : QuarkusTransaction.requiringNew().call(() -> lines.listedBefore(bundle.id, from)));
    }

    private Language language(Bundle bundle) {
        return QuarkusTransaction.requiringNew()
                .call(() -> letters.languagesFor(
                                bundle.campaign,
                                missions.byCode(bundle.missionCode).orElseThrow(),
                                bundle.language)
                        .getFirst());
    }
}
