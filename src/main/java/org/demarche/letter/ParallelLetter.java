package org.demarche.letter;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One letter in one language or several, the reader's first: each with its own dates, greeting and names.
 *
 * @param versions never empty
 */
public record ParallelLetter(List<RenderedLetter> versions) {

    private static final String BETWEEN = "\n\n* * *\n\n";

    public RenderedLetter first() {
        return versions.getFirst();
    }

    /** The subject of a mail is said once, in the first language. */
    public String subject() {
        return first().subject();
    }

    public String text() {
        return versions.stream().map(RenderedLetter::text).collect(Collectors.joining(BETWEEN));
    }

    /** A fragment; with several languages, each stands in an element that names its own. */
    public String html() {
        return versions.size() == 1
                ? first().html()
                : versions.stream()
                        .map(v -> "<div lang=\"%s\">\n%s</div>\n"
                                .formatted(v.language().tag(), v.html()))
                        .collect(Collectors.joining("<hr/>\n"));
    }

    /** One document a language; each begins on a page of its own. */
    public List<String> xhtmls() {
        return versions.stream().map(RenderedLetter::xhtml).toList();
    }

    /** Required fields that are empty in any of them. */
    public List<String> missing() {
        return versions.stream().flatMap(v -> v.missing().stream()).distinct().toList();
    }

    /** The languages as {@code Content-Language} names them. */
    public String tags() {
        return versions.stream().map(v -> v.language().tag()).collect(Collectors.joining(", "));
    }
}
