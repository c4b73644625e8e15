package org.demarche.signing.news;

/** Where an update stands; only an approved one is mailed. */
public enum NewsState {
    AWAITING_APPROVAL,
    APPROVED,
    SENT,
    PAUSED,
    CANCELLED;

    /** Whether mails of it may be on their way. */
    public boolean moves() {
        return this == APPROVED || this == SENT;
    }

    public String word() {
        return switch (this) {
            case AWAITING_APPROVAL -> "waits for a second person";
            case APPROVED -> "being queued";
            case SENT -> "queued for everybody";
            case PAUSED -> "paused";
            case CANCELLED -> "cancelled";
        };
    }
}
