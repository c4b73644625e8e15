package org.demarche.staff;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.stream.Collectors;
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
                : new DeskPage(title, section, identity.getPrincipal().getName(), roleOf(identity));
    }

    private static String roleOf(SecurityIdentity identity) {
        return identity.hasRole(Role.ADMIN.tag())
                ? Role.ADMIN.tag()
                : identity.getRoles().stream().sorted().collect(Collectors.joining(", "));
    }
}
