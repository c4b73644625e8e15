package org.demarche.bundle;

import java.util.Optional;

/** Which mission a coordinator goes to; whoever keeps the staff answers. */
public interface CarriedMission {

    /** The mission's code; empty for a person who was given none. */
    Optional<String> of(String staff);
}
