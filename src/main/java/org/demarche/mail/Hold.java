package org.demarche.mail;

/** Who a held mail waits for. */
enum Hold {
    /** Whoever queued or paused it; nobody else may let it go, or an approval could be walked around. */
    ASKED,
    /** A relay, and then a person: months of trial mail must not leave by a setting. */
    NO_RELAY,
    /** A person who puts right what the relay refused. */
    REFUSED,
    /** A person who finds out why it cannot be made or opened here. */
    BROKEN
}
