package org.demarche.letter;

import java.util.List;

/** A letter that cannot be sent: blanks that it demands are empty. */
public final class MissingFields extends RuntimeException {

    private final transient List<String> fields;

    MissingFields(String key, List<String> fields) {
        super("letter %s lacks %s".formatted(key, String.join(", ", fields)), null, false, false);
        this.fields = List.copyOf(fields);
    }

    public List<String> fields() {
        return fields;
    }
}
