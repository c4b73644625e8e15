package org.demarche.signing;

/** Whether staff have read what a signer wants to be shown: their comment on the sheets, their name on the page. */
public enum Words {
    UNREAD,
    CLEARED,
    REFUSED
}
