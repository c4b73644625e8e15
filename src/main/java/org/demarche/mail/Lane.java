package org.demarche.mail;

/** Mails that somebody waits for, and the rest; each lane is dispatched on its own, so that the rest never blocks the first. */
public enum Lane {
    PROMPT,
    BULK
}
