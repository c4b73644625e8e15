package org.demarche.letter.organisation;

import java.util.Arrays;
import java.util.List;

/** What can be said of the organisation, under the names that letters know. */
public enum Field {
    NAME("name", "Name", 120, true),
    CITY("city", "Town, as in the dateline of a letter", 80, true),
    NOTE("note", "Line under the name, such as “Tokyo, since 1998”", 120, true),
    ADDRESS("address", "Address", 300, true),
    SIGNATORY("signatory", "Who signs", 120, true),
    SIGNATORY_TITLE("signatoryTitle", "Their title", 120, true),
    SENDER("sender", "Sender’s name in mails; empty for the one in the settings", 120, false),
    MAIL("mail", "Address for questions, shown to the public", 254, false),
    PHONE("phone", "Telephone", 40, false),
    WEBSITE("website", "Website", 200, false),
    FOUNDED("founded", "Founded in the year", 4, false),
    HELPED("helped", "People helped so far", 9, false);

    private final String key;
    private final String label;
    private final int most;
    private final boolean translated;

    Field(String key, String label, int most, boolean translated) {
        this.key = key;
        this.label = label;
        this.most = most;
        this.translated = translated;
    }

    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** Characters. */
    public int most() {
        return most;
    }

    static List<Field> translated() {
        return Arrays.stream(values()).filter(f -> f.translated).toList();
    }

    /** The same in every language. */
    static List<Field> shared() {
        return Arrays.stream(values()).filter(f -> !f.translated).toList();
    }

    /** Whether a letter cannot do without it. */
    boolean required() {
        return this == NAME || this == CITY || this == ADDRESS || this == SIGNATORY;
    }
}
