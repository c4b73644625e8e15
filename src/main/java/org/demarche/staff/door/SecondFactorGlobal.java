package org.demarche.staff.door;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateGlobal;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.List;
import org.demarche.staff.StaffConfig;

/** What the frame of the desk knows of the second factor. */
@TemplateGlobal
final class SecondFactorGlobal {

    private SecondFactorGlobal() {}

    /** Whose work needs it: moderators neither approve nor take anything out. */
    private static final List<String> ROLES = List.of("admin", "campaigner", "exporter", "coordinator");

    /** Whether the person at the desk showed a password alone, where that neither approves nor exports. */
    static boolean secondFactorOwed() {
        var arc = Arc.container();
        // A refusal ahead of every page is shown outside of any request.
        if (!arc.requestContext().isActive()
                || arc.instance(StaffConfig.class).get().secondFactor() == StaffConfig.SecondFactor.OPTIONAL) {
            return false;
        }
        var identity = arc.instance(SecurityIdentity.class).get();
        return Boolean.FALSE.equals(identity.getAttribute(SessionIdentity.SECOND_FACTOR))
                && ROLES.stream().anyMatch(identity::hasRole);
    }
}
