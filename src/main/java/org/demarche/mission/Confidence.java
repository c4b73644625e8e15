package org.demarche.mission;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How good the sources of a row are; what it means is told in the notes beside the directory. */
public enum Confidence {
    HIGH,
    MEDIUM,
    LOW;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Confidence> find(String word) {
        return Arrays.stream(values()).filter(c -> c.word().equals(word)).findFirst();
    }
}
