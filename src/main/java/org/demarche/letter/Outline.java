package org.demarche.letter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What a letter in one language is made of, each part by a name that the other languages share, and where it stands. */
final class Outline {

    /** A line and column of the whole file, counted from 1. */
    record Place(int line, int column) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return line == other.line ? Integer.compare(column, other.column) : Integer.compare(line, other.line);
        }
    }

    /** How a place or an office is written differs by language; that it is written does not show in these. */
    private static final Set<String> MANNER = Set.of(
            "mission.address",
            "mission.city",
            "mission.head",
            "signer.city",
            "signer.region",
            "signer.country",
            "addressee.title",
            "organisation.city",
            "organisation.website",
            "letter.place");

    private static final Pattern ENTRY = Pattern.compile("([a-zA-Z]+)\\s*:.*");
    private static final Pattern POINT = Pattern.compile("\\d{1,9}[.)]\\s.*");
    private static final Pattern SECTION_ONLY = Pattern.compile("(?:\\{[#/!][^}]*+}\\s*)++");

    private final Map<String, Place> parts = new LinkedHashMap<>();
    private final String[] lines;
    private final int bodyBegins;

    private Outline(LetterText text) {
        lines = text.source().split("\n", -1);
        bodyBegins = text.bodyBegins();
    }

    /** The parts in the order in which they stand. */
    static Map<String, Place> of(LetterText text) {
        var outline = new Outline(text);
        outline.entries(text);
        outline.body();
        outline.blanks(text);
        return outline.sorted();
    }

    private void entries(LetterText text) {
        for (var i = 1; i < bodyBegins - 2; i++) {
            var entry = ENTRY.matcher(lines[i]);
            if (entry.matches() && !text.entry(entry.group(1)).isEmpty()) {
                parts.putIfAbsent("the entry " + entry.group(1), new Place(i + 1, 1));
            }
            if (lines[i].startsWith("required")) {
                var line = i + 1;
                text.required().stream()
                        .filter(field -> !MANNER.contains(field))
                        .forEach(field -> parts.put(
                                "the required blank " + field,
                                new Place(line, Math.max(1, lines[line - 1].indexOf(field) + 1))));
            }
        }
    }

    private void body() {
        var block = "";
        var counts = new int[3];
        var afterGap = true;
        for (var i = bodyBegins - 1; i < lines.length; i++) {
            var line = lines[i].strip();
            if (line.startsWith(":::")) {
                block = line.substring(3).strip();
                if (!block.isEmpty()) {
                    parts.putIfAbsent("the block " + block, new Place(i + 1, 1));
                }
                afterGap = true;
            } else if (line.isEmpty() || SECTION_ONLY.matcher(line).matches()) {
                afterGap = afterGap || line.isEmpty();
            } else if (block.isEmpty()) {
                count(line, lines[i].startsWith(" "), i + 1, counts, afterGap);
                afterGap = false;
            }
        }
    }

    private void count(String line, boolean indented, int number, int[] counts, boolean afterGap) {
        if (line.startsWith("#")) {
            parts.put("heading " + ++counts[0], new Place(number, 1));
        } else if (POINT.matcher(line).matches() && !indented) {
            parts.put("numbered point " + ++counts[1], new Place(number, 1));
        } else if (afterGap && !indented && !line.startsWith("- ")) {
            parts.put("paragraph " + ++counts[2], new Place(number, 1));
        }
    }

    private void blanks(LetterText text) {
        Function<String, Place> place = field -> {
            for (var i = 0; i < lines.length; i++) {
                var at = i >= bodyBegins - 1 || lines[i].startsWith("subject") ? lines[i].indexOf(field) : -1;
                if (at >= 0) {
                    return new Place(i + 1, Math.max(1, at));
                }
            }
            return new Place(bodyBegins, 1);
        };
        text.fields().stream()
                .filter(field -> !MANNER.contains(field))
                .forEach(field -> parts.put("the blank {" + field + "}", place.apply(field)));
    }

    private Map<String, Place> sorted() {
        var byPlace = new TreeMap<Place, Map<String, Place>>();
        parts.forEach((part, place) ->
                byPlace.computeIfAbsent(place, p -> new LinkedHashMap<>()).put(part, place));
        var sorted = new LinkedHashMap<String, Place>();
        byPlace.values().forEach(sorted::putAll);
        return sorted;
    }
}
