package org.demarche.letter;

import io.quarkus.qute.RawString;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.demarche.common.Slug;
import org.demarche.common.page.DeskPage;
import org.demarche.letter.LetterEditing.Choice;
import org.demarche.letter.LetterEditing.Fault;
import org.demarche.letter.LetterEditing.Form;
import org.demarche.letter.LetterEditing.Preview;
import org.demarche.letter.LetterEditing.View;
import org.demarche.mission.Missions;
import org.demarche.pdf.DocumentInfo;
import org.demarche.pdf.PdfRenderer;
import org.demarche.pdf.Rendered;

/** Tries out and saves the text of a letter as it is written at the desk. */
@ApplicationScoped
class LetterEditor {

    private final Letters letters;
    private final LetterHistory history;
    private final LetterSamples samples;
    private final Missions missions;
    private final Organisation organisation;
    private final PdfRenderer pdf;
    private final Clock clock;

    LetterEditor(
            Letters letters,
            LetterHistory history,
            LetterSamples samples,
            Missions missions,
            Organisation organisation,
            PdfRenderer pdf,
            Clock clock) {
        this.letters = letters;
        this.history = history;
        this.samples = samples;
        this.missions = missions;
        this.organisation = organisation;
        this.pdf = pdf;
        this.clock = clock;
    }

    /** The editor with the newest text, an older one, that of another language, or an empty letter. */
    View begin(DeskPage page, boolean mayWrite, String key, Language language, Integer version) {
        new Slug(key);
        var newest = letters.newestVersion(key).orElse(0);
        var wanted = version == null ? newest : version;
        var own = history.source(key, wanted, language);
        if (version != null && own.isEmpty()) {
            throw Refusal.unknown("no version %d of letter %s in %s".formatted(version, key, language.tag()));
        }
        var text = own.orElseGet(() -> newest == 0
                ? LetterEditing.SKELETON
                : letters.current(key).nearest(language).source());
        var form = new Form(text, newest, "supporter", "", "");
        return view(page, mayWrite, key, language, form, List.of(), own.isPresent());
    }

    /** The editor with what was typed, and the letter as it would be. */
    View show(DeskPage page, String key, Language language, Form form, List<Fault> faults) {
        return view(page, true, key, language, form, faults, true);
    }

    /** Makes a new version; answers what stands against it, and then nothing was saved. */
    List<Fault> save(String key, Language language, Form form, String author) {
        try {
            letters.saveFrom(form.based(), key, language, form.text(), author);
            return List.of();
        } catch (LetterFault fault) {
            return List.of(Fault.of(fault));
        } catch (BadInput refused) {
            return refused.problems().stream().map(Fault::of).toList();
        } catch (Refusal clash) {
            return List.of(new Fault(
                    "text",
                    clash.getMessage() + " Your text is kept here and not saved: open the letter in another"
                            + " window and compare."));
        }
    }

    /** The saved letter on paper, with the sample's values. */
    Response paper(String key, Language language) {
        var source = history.source(key, letters.current(key).version(), language)
                .orElseThrow(() -> Refusal.unknown("letter %s is not written in %s".formatted(key, language.tag())));
        return paper(language, new Form(source, 0, "supporter", "", ""));
    }

    /** What was typed on paper; a sentence where it cannot be. */
    Response paper(Language language, Form form) {
        var faults = new ArrayList<Fault>();
        var tried = tried(language, form, faults);
        return tried == null
                ? Response.status(400)
                        .type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                        .entity(faults.stream().map(Fault::message).collect(Collectors.joining("\n")))
                        .build()
                : Response.ok(tried.paper().bytes(), "application/pdf")
                        .header("Content-Disposition", "inline; filename=\"letter.pdf\"")
                        .build();
    }

    private record Tried(LetterText text, RenderedLetter letter, Rendered paper) {}

    private Tried tried(Language language, Form form, List<Fault> faults) {
        try {
            var text = LetterText.parse(language, form.text());
            var mission = form.mission().isBlank()
                    ? null
                    : missions.byCode(form.mission()).orElseThrow(() -> new BadInput("mission", "no such mission"));
            var letter = text.render(new LetterTrial(form.as(), mission, form.values()).record(text, samples));
            var info =
                    new DocumentInfo(letter.subject(), language.locale(), clock.instant(), null, organisation.mark());
            return new Tried(text, letter, pdf.render(letter.xhtml(), info));
        } catch (LetterFault fault) {
            faults.add(Fault.of(fault));
        } catch (BadInput refused) {
            refused.problems().forEach(problem -> faults.add(Fault.of(problem)));
        } catch (Refusal refused) {
            faults.add(new Fault("values", refused.getMessage()));
        }
        return null;
    }

    private View view(
            DeskPage page,
            boolean mayWrite,
            String key,
            Language language,
            Form form,
            List<Fault> known,
            boolean shown) {
        var faults = new ArrayList<>(known);
        var found = new ArrayList<Fault>();
        var tried = shown ? tried(language, form, found) : null;
        found.stream().filter(fault -> !faults.contains(fault)).forEach(faults::add);
        var newest = letters.newestVersion(key).orElse(0);
        var current = newest == 0 ? null : letters.current(key);
        var values =
                form.values().isBlank() && tried != null ? LetterTrial.lines(tried.text(), samples) : form.values();
        return new View(
                page,
                key,
                language,
                current == null ? List.of(language) : current.languages(),
                mayWrite,
                form.text(),
                form.based(),
                current != null && current.in(language).isPresent(),
                form.as(),
                choices(form.mission()),
                values,
                faults,
                current == null
                        ? List.of()
                        : current.gaps().stream()
                                .filter(gap -> gap.language() == language)
                                .toList(),
                tried == null ? null : preview(tried));
    }

    private List<Choice> choices(String chosen) {
        return missions.list(null, null, null).stream()
                .map(listed -> listed.mission())
                .map(mission -> new Choice(
                        mission.code(),
                        mission.nameIn(Language.EN),
                        mission.code().equals(chosen)))
                .toList();
    }

    private static Preview preview(Tried tried) {
        var letter = tried.letter();
        return new Preview(
                letter.language().tag(),
                letter.subject(),
                letter.text(),
                new RawString(letter.html()),
                tried.paper().pages(),
                letter.missing(),
                tried.paper().missing().stream().map(c -> "U+%04X".formatted(c)).collect(Collectors.joining(", ")));
    }
}
