package org.demarche.signing.letters;

import java.util.Arrays;
import java.util.Optional;

/** How an own letter travels. */
public enum Channel {
    /** By mail from the organisation, after staff approved. */
    PLATFORM,
    /** From the writer's own mail program. */
    OWN_MAIL,
    /** Printed and posted by the writer. */
    PRINT;

    static Optional<Channel> find(String name) {
        return Arrays.stream(values()).filter(c -> c.name().equals(name)).findFirst();
    }
}
