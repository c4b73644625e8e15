package org.demarche.signing.sheets;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.demarche.campaign.Campaign;
import org.demarche.common.Language;
import org.demarche.common.page.Wording;
import org.demarche.mission.Missions;
import org.demarche.pdf.DocumentInfo;
import org.demarche.pdf.PdfRenderer;

/** Blank sheets as PDF, one page a serial. */
@ApplicationScoped
public class BlankSheets {

    public record View(
            Language language,
            String title,
            String intro,
            List<Page> pages,
            List<Integer> lines,
            SheetMessages words) {}

    public record Page(String head, boolean last) {}

    @CheckedTemplate(basePath = "signing")
    static class Templates {
        static native TemplateInstance blankSheet(View view);
    }

    static final int LINES = 15;

    private final Missions missions;
    private final PdfRenderer pdf;
    private final Clock clock;

    BlankSheets(Missions missions, PdfRenderer pdf, Clock clock) {
        this.missions = missions;
        this.pdf = pdf;
        this.clock = clock;
    }

    @Transactional
    byte[] print(String slug, List<Serial> serials, Language language) {
        var campaign = Campaign.named(slug);
        var words = Wording.of(SheetMessages.class, language);
        var title = campaign.text(language).title();
        var to = campaign.missions.stream()
                .flatMap(code -> missions.byCode(code).stream())
                .map(mission -> mission.nameIn(language))
                .toList();
        var pages = IntStream.range(0, serials.size())
                .mapToObj(i -> new Page(words.sheet(serials.get(i).value()), i == serials.size() - 1))
                .toList();
        var lines = IntStream.rangeClosed(1, LINES).boxed().toList();
        var view = new View(language, title, words.sign(title, String.join("; ", to)), pages, lines, words);
        var xhtml = Templates.blankSheet(view).setLocale(language.locale()).render();
        return pdf.render(xhtml, new DocumentInfo(title, language.locale(), clock.instant(), null))
                .bytes();
    }
}
