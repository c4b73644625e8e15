package org.demarche.letter;

import java.util.Map;

/**
 * One level of the record as the sandbox sees it: names to placeholders, further levels and lists of levels. Not a Map,
 * so that nothing but a look-up by name can be done to it.
 */
final class Blanks {

    private final Map<String, Object> values;

    Blanks(Map<String, Object> values) {
        this.values = values;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Object get(String name) {
        return values.get(name);
    }
}
