package org.demarche.staff.door;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.demarche.approval.NeedsSecondFactor;
import org.demarche.common.Refusal;
import org.demarche.staff.StaffConfig;

/**
 * Where the setting demands it, nobody approves or exports by a password alone. Who has an authenticator or a passkey showed
 * it when they signed in; a script's token stands for itself.
 */
@Provider
@NeedsSecondFactor
public class SecondFactorDoor implements ContainerRequestFilter {

    private final SecurityIdentity identity;
    /** Asked for late: doors are hung before the settings are read. */
    private final Instance<StaffConfig> config;

    SecondFactorDoor(SecurityIdentity identity, Instance<StaffConfig> config) {
        this.identity = identity;
        this.config = config;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (config.get().secondFactor() == StaffConfig.SecondFactor.REQUIRED
                && Boolean.FALSE.equals(identity.getAttribute(SessionIdentity.SECOND_FACTOR))) {
            throw Refusal.forbidden("This needs a second factor. Add a passkey or set up an authenticator under your"
                    + " account first, then come back.");
        }
    }
}
