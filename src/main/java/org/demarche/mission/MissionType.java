package org.demarche.mission;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of office a mission is; written in the directory in lower case. */
public enum MissionType {
    EMBASSY,
    CONSULATE_GENERAL,
    PERMANENT_MISSION,
    HEAD_OF_STATE_OFFICE,
    MINISTRY,
    INTERNATIONAL_ORGANIZATION;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The same for people: {@code consulate general}. */
    public String readable() {
        return word().replace('_', ' ');
    }

    static Optional<MissionType> find(String word) {
        return Arrays.stream(values()).filter(t -> t.word().equals(word)).findFirst();
    }

    /** Whether it looks after a country's people abroad, so that a district can be its own. */
    boolean hasDistrict() {
        return this == EMBASSY || this == CONSULATE_GENERAL;
    }
}
