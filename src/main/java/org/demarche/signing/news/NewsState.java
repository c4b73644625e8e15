package org.demarche.signing.news;

/** Where an update stands; only an approved one is mailed. */
public enum NewsState {
    AWAITING_APPROVAL,
    APPROVED,
    SENT,
    CANCELLED;

    public String word() {
        return switch (this) {
            case AWAITING_APPROVAL -> "waits for a second person";
            case APPROVED -> "being queued";
            case SENT -> "queued for everybody";
            case CANCELLED -> "cancelled";
        };
    }
}
