package org.demarche.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text with blanks in it.
 *
 * @param between the text before each blank, and last what follows them all
 * @param numbers which value each blank takes
 */
record Filling(String pattern, List<String> between, List<Integer> numbers) {
    private static final Pattern BLANK = Pattern.compile(Form.BEGIN + "(\\d+)" + Form.END);

    static Filling of(String pattern) {
        var between = new ArrayList<String>();
        var numbers = new ArrayList<Integer>();
        var blank = BLANK.matcher(pattern);
        int from = 0;
        while (blank.find()) {
            between.add(spaced(pattern.substring(from, blank.start())));
            numbers.add(Integer.parseInt(blank.group(1)));
            from = blank.end();
        }
        between.add(spaced(pattern.substring(from)));
        return new Filling(pattern, List.copyOf(between), List.copyOf(numbers));
    }

    /** A line break in the document is white space; only one in a value is meant. */
    private static String spaced(String between) {
        return between.replace('\n', ' ');
    }

    String with(List<String> values) {
        if (isOneBlank()) return values.get(numbers.getFirst());
        var filled = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            filled.append(between.get(i)).append(values.get(numbers.get(i)));
        }
        return filled.append(between.getLast()).toString();
    }

    /** The same value in every blank. */
    String with(String value) {
        var filled = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            filled.append(between.get(i)).append(value);
        }
        return filled.append(between.getLast()).toString();
    }

    boolean isOneBlank() {
        return numbers.size() == 1
                && between.getFirst().isEmpty()
                && between.getLast().isEmpty();
    }
}
