package org.demarche.mail.returned;

/** What a mail that came in turned out to be. */
public enum ReturnedKind {
    BOUNCE(false),
    DELAY(false),
    ARRIVAL(false),
    AUTO_REPLY(false),
    /** A person answered a mail of ours. */
    REPLY(true),
    /** Called unwanted by its reader. */
    COMPLAINT(true),
    /** Nothing in it proves which mail of ours it is about. */
    UNMATCHED(true);

    private final boolean needsPerson;

    ReturnedKind(boolean needsPerson) {
        this.needsPerson = needsPerson;
    }

    public boolean needsPerson() {
        return needsPerson;
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
