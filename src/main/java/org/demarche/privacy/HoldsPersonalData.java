package org.demarche.privacy;

import java.util.Map;
import java.util.UUID;

/** A feature that holds data of supporters, so that one request can collect or erase all of a signature's. */
public interface HoldsPersonalData {

    /** What this feature holds of the person behind a signature, by name of field, for the person to read. */
    Map<String, Object> export(UUID signature);

    /** Erases it; what must stay for the count holds no personal data afterwards. Joins the caller's transaction. */
    void erase(UUID signature);
}
