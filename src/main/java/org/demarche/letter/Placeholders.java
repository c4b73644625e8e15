package org.demarche.letter;

import io.quarkus.qute.TemplateException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Stands a placeholder of private-use characters in for every value, so that neither the template engine nor the
 * Markdown parser ever reads a word that a supporter wrote; the values come back, escaped, when the output is written.
 */
final class Placeholders {

    static final char BEGIN = '\uE000';
    static final char END = '\uE001';
    static final String EMPTY = "\uE002";

    /** Stands for a backslash at the end of a line while the engine reads: it would take it for an escape. */
    static final String BREAK = "\uE003";

    /** What neither a value nor an author may bring in. */
    static final Pattern RESERVED = Pattern.compile("[\uE000-\uE003]");

    private static final Pattern PLACEHOLDER = Pattern.compile("\uE000(\\d+)\uE001");

    /** One value and the field it belongs to. */
    record Value(String field, String text) {}

    /** Characters of all values together, over text, page and paper: the engine's own limit sees placeholders only. */
    private static final int LONGEST_FILLING = 3 * Sandbox.LONGEST_OUTPUT;

    private final List<Value> values = new ArrayList<>();
    private int filling;

    /** The record with its values replaced; to be used for one rendering. */
    Blanks blanks(Map<String, Object> record) {
        return level("", record);
    }

    private Blanks level(String path, Map<?, ?> level) {
        var blanks = new HashMap<String, Object>();
        level.forEach((key, value) -> blanks.put(key.toString(), blank(path + key, value)));
        return new Blanks(blanks);
    }

    private Object blank(String path, Object value) {
        return switch (value) {
            case Map<?, ?> level -> level(path + ".", level);
            case List<?> list -> list.stream().map(entry -> blank(path, entry)).toList();
            case String text when !text.isEmpty() -> placeholder(path, text);
            default -> Empty.FIELD;
        };
    }

    private String placeholder(String field, String text) {
        values.add(new Value(field, RESERVED.matcher(text).replaceAll("")));
        return "" + BEGIN + (values.size() - 1) + END;
    }

    /** The text with its values back in place; what stands around them and the values go through {@code escape}. */
    String fill(String text, UnaryOperator<String> escape) {
        var filled = new StringBuilder();
        var from = 0;
        var matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            filled.append(escape.apply(text.substring(from, matcher.start())));
            var value = values.get(Integer.parseInt(matcher.group(1))).text();
            filling += value.length();
            if (filling > LONGEST_FILLING) {
                throw new TemplateException("the letter becomes longer than " + Sandbox.LONGEST_OUTPUT + " characters");
            }
            filled.append(escape.apply(value));
            from = matcher.end();
        }
        return filled.append(escape.apply(text.substring(from))).toString();
    }

    /** Whether the value of this field stands in the text. */
    boolean holds(String text, String field) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .anyMatch(found ->
                        values.get(Integer.parseInt(found.group(1))).field().equals(field));
    }

    /** The one value that the text is; empty where there is anything else in it. */
    Optional<Value> only(String text) {
        var matcher = PLACEHOLDER.matcher(text.strip());
        return matcher.matches() ? Optional.of(values.get(Integer.parseInt(matcher.group(1)))) : Optional.empty();
    }
}
