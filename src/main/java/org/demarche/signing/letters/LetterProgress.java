package org.demarche.signing.letters;

import java.util.UUID;

/** How far an own letter to be mailed by us has come; known to the deliveries. */
public interface LetterProgress {

    /** {@code SERVER}: taken by the mission's mail server, not yet by anyone. */
    enum Stage {
        WAITING,
        QUEUED,
        SERVER,
        REFUSED,
        RETURNED,
        UNKNOWN
    }

    Stage of(UUID ownLetter);
}
