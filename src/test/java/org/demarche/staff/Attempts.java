package org.demarche.staff;

import io.quarkus.arc.Arc;

/** What other tests tried from the same machine. */
public final class Attempts {

    private Attempts() {}

    public static void forget() {
        Arc.container().instance(SignInThrottle.class).get().clear();
    }
}
