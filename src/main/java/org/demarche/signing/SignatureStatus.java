package org.demarche.signing;

import java.util.List;
import org.demarche.common.Refusal;

/** Where a signature stands; only confirmed ones are counted. */
public enum SignatureStatus {
    PENDING,
    CONFIRMED,
    HELD,
    REJECTED,
    WITHDRAWN;

    /**
     * The next one, which only these may become.
     *
     * @throws Refusal 409 where this is none of them
     */
    SignatureStatus moved(SignatureStatus next, SignatureStatus... from) {
        if (!List.of(from).contains(this)) {
            throw Refusal.wrongState("A signature that is " + this + " cannot become " + next + ".");
        }
        return next;
    }
}
