package org.demarche.bundle.print;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import org.demarche.bundle.Bundle;
import org.demarche.bundle.BundleContent;
import org.demarche.bundle.BundleLines;
import org.demarche.bundle.Volume;
import org.demarche.common.Language;
import org.demarche.common.page.Spoken;
import org.demarche.common.page.Wording;
import org.demarche.letter.Layout;

/** What the other volumes hold, and the digest of each: who seals the cover vouches for all of them. */
@ApplicationScoped
class CoverContents {

    /**
     * @param lines from the first number in it to the last; empty where nobody is listed
     * @param digest SHA-256 of the sealed file, hex in groups of four
     */
    public record Part(String volume, String what, String lines, String pages, List<String> digest) {}

    public record View(Language language, PaperMessages words, String title, boolean letterPaper, List<Part> parts) {}

    @CheckedTemplate(basePath = "bundle")
    static class Templates {
        static native TemplateInstance volumes(View view);
    }

    private final BundleLines lines;

    CoverContents(BundleLines lines) {
        this.lines = lines;
    }

    /** The page or two as XHTML; joins the caller's transaction. */
    String of(Bundle bundle, List<Volume> volumes, Language language) {
        var words = Wording.of(PaperMessages.class, language);
        var parts = volumes.stream().map(v -> part(bundle, v, words, language)).toList();
        var view = new View(
                language, words, bundle.campaign.text(language).title(), bundle.paper == Layout.Paper.LETTER, parts);
        return Templates.volumes(view).setLocale(language.locale()).render();
    }

    private Part part(Bundle bundle, Volume volume, PaperMessages words, Language language) {
        boolean letters = bundle.content == BundleContent.LETTERS;
        long from = (long) (volume.n - 1) * bundle.content.volumeLines();
        long before = lines.listedBefore(bundle.id, from);
        long after = lines.listedBefore(bundle.id, from + bundle.content.volumeLines());
        var spoken = new Spoken(language, ZoneOffset.UTC);
        // Letters are numbered within their volume, lines of sheets through all of them.
        long first = letters ? 1 : before + 1;
        long last = letters ? after - before : after;
        return new Part(
                words.volume(volume.n),
                letters ? words.letters() : words.signers(),
                last < first ? "" : spoken.number(first) + "–" + spoken.number(last),
                words.guardPages(volume.pages),
                List.of(volume.sha256.split("(?<=\\G.{4})")));
    }
}
