package org.demarche.staff.webhook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody can ask to be told of: the first word of what stands in the trail. */
public enum Topic {
    CAMPAIGN("a campaign opens, closes or changes"),
    DELIVERY("letters to missions are asked for, approved, paused"),
    BUNDLE("a bundle is asked for, approved, printed or handed over"),
    MISSION("a mission is verified or changed"),
    SWITCH("a switch of an attack day is turned");

    private final String words;

    Topic(String words) {
        this.words = words;
    }

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return words;
    }

    /** The topic of an action such as {@code campaign.open}; empty for what stays in the house. */
    static Optional<Topic> of(String action) {
        return find(action.split("\\.")[0]);
    }

    static Optional<Topic> find(String tag) {
        return Arrays.stream(values()).filter(t -> t.tag().equals(tag)).findFirst();
    }
}
