package org.demarche.letter;

import io.quarkus.qute.RawString;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.page.DeskPage;

/** What the editor of a letter takes and shows. */
public final class LetterEditing {

    private LetterEditing() {}

    /** As a browser posts it: {@code based} is the version that the text was written from. */
    record Form(String text, int based, String as, String mission, String values) {

        static Form of(MultivaluedMap<String, String> posted) {
            return new Form(
                    given(posted, "text"),
                    number(given(posted, "based")),
                    given(posted, "as"),
                    given(posted, "mission"),
                    given(posted, "values"));
        }

        private static String given(MultivaluedMap<String, String> posted, String name) {
            return Optional.ofNullable(posted.getFirst(name)).orElse("");
        }

        private static int number(String text) {
            return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        }
    }

    /** @param field the part of the form to look at, by its id */
    public record Fault(String field, String message) {

        static Fault of(LetterFault fault) {
            return new Fault(
                    "text", "Line %d, column %d: %s.".formatted(fault.line(), fault.column(), fault.getMessage()));
        }

        static Fault of(Problem problem) {
            return new Fault(problem.field(), problem.message());
        }
    }

    /**
     * The letter as it would be.
     *
     * @param missing required blanks that are empty
     * @param unknown characters that no face of the house has, each drawn as a square
     */
    public record Preview(
            String lang,
            String subject,
            String text,
            RawString html,
            int pages,
            List<String> missing,
            String unknown) {}

    public record Choice(String code, String name, boolean chosen) {}

    public record View(
            DeskPage page,
            String key,
            Language language,
            List<Language> languages,
            boolean mayWrite,
            String text,
            int based,
            boolean saved,
            String as,
            List<Choice> missions,
            String values,
            List<Fault> faults,
            List<Gap> gaps,
            Preview preview) {

        public String path() {
            return "/desk/letters/" + key + "/" + language.tag();
        }

        public int rows() {
            return (int) Math.clamp(text.lines().count() + 2, 12, 40);
        }
    }

    /** What a letter begins with. */
    static final String SKELETON = """
            ---
            title: ""
            subject: ""
            languageName: ""
            salutation: ""
            addresseeName: ""
            addresseeTitle: ""
            summary: ""
            place: ""
            required: [letter.date, organisation.name]
            ---
            ::: dateline
            {letter.place}, {letter.date}
            :::

            ::: addressee
            {addressee.name}\\
            {addressee.title}
            :::

            {addressee.salutation}

            {#if comment}
            {comment}
            {/if}

            ::: close
            :::

            ::: signature
            {signer.name}
            :::
            """;
}
