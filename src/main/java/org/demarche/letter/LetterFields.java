package org.demarche.letter;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

/** The blanks a letter may have: these and no others. */
public final class LetterFields {

    /** The one list, and what each of its entries has. */
    static final String LIST = "signatories";

    static final Set<String> LIST_FIELDS = Set.of("name", "titles");

    private static final Map<String, List<String>> GROUPS = Map.of(
            "addressee", List.of("name", "title", "salutation"),
            "mission", List.of("name", "city", "address", "head"),
            "organisation",
                    List.of(
                            "name",
                            "city",
                            "founded",
                            "helped",
                            "website",
                            "address",
                            "phone",
                            "signatory",
                            "signatoryTitle"),
            "signer", List.of("name", "city", "region", "country"),
            "letter", List.of("date", "place", "reference"),
            "signatures", List.of("count", "countries", "asOf"),
            "campaign", List.of("title", "occasion", "date"));

    private static final List<String> SINGLE = List.of("comment", "yearsSinceAccession");

    private static final SequencedSet<String> TEXTS = paths();

    private LetterFields() {}

    private static SequencedSet<String> paths() {
        var paths = new LinkedHashSet<String>();
        GROUPS.forEach((group, names) -> names.forEach(name -> paths.add(group + "." + name)));
        paths.addAll(SINGLE);
        return Collections.unmodifiableSequencedSet(paths);
    }

    /** The path of every field that holds text, such as {@code signer.name}. */
    static SequencedSet<String> texts() {
        return TEXTS;
    }

    static boolean isText(String path) {
        return TEXTS.contains(path);
    }

    /** Whether a letter may demand it. */
    static boolean isField(String path) {
        return isText(path) || path.equals(LIST);
    }

    /** Whether this name begins a field, so that nothing else may be called so. */
    static boolean isRoot(String name) {
        return GROUPS.containsKey(name) || SINGLE.contains(name) || name.equals(LIST);
    }

    static Set<String> inGroup(String group) {
        return Set.copyOf(GROUPS.get(group));
    }

    static Set<String> groups() {
        return GROUPS.keySet();
    }

    static List<String> single() {
        return SINGLE;
    }
}
