package org.demarche.staff;

import io.quarkus.security.identity.SecurityIdentity;
import org.demarche.common.page.DeskPage;

/** The frame of the desk for whoever sits at it. */
public final class Desk {

    private Desk() {}

    /**
     * The frame of one page.
     *
     * @param section the tab that is lit, or empty
     */
    public static DeskPage page(String title, String section, SecurityIdentity identity) {
        return identity.isAnonymous()
                ? new DeskPage(title, section, "", "")
                : DeskPage.of(title, section, identity.getPrincipal().getName(), identity::hasRole);
    }
}
