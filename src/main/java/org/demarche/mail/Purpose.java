package org.demarche.mail;

/** Why a mail is written; decides its lane and how doubt about its arrival is treated. */
public enum Purpose {
    /** Asks a signer to confirm. */
    CONFIRMATION(Lane.PROMPT),
    /** Answers something the person just did. */
    RECEIPT(Lane.PROMPT),
    /** Tells a signer what became of their signature or letter. */
    NOTICE(Lane.BULK),
    /** For those who asked for news. */
    NEWS(Lane.BULK),
    /** A campaign's letter to a mission: rather once too few than twice. */
    MISSION_LETTER(Lane.BULK),
    /** A trial mail to oneself. */
    TEST(Lane.PROMPT),
    /** Set-up links, invitations and alarms for staff. */
    STAFF(Lane.PROMPT);

    private final Lane lane;

    Purpose(Lane lane) {
        this.lane = lane;
    }

    /** Whether the recipient is a person who signed or works here, and not a mission or oneself. */
    boolean toPerson() {
        return this != MISSION_LETTER && this != TEST;
    }

    public Lane lane() {
        return lane;
    }
}
