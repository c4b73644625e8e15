package org.demarche.staff;

import java.util.List;
import org.demarche.common.page.DeskPage;

/**
 * Who works here.
 *
 * @param link a fresh invitation, shown this once; else null
 * @param problem why there is no invitation; else null
 */
public record StaffView(DeskPage page, List<StaffMember> members, List<Role> roles, String link, String problem) {

    public String rolesOf(StaffMember member) {
        return Role.words(member.roles());
    }

    /** Nobody closes their own account: so at least one admin always stays. */
    public boolean mayClose(StaffMember member) {
        return member.active() && !member.name().equals(page.staff());
    }

    public boolean closed(StaffMember member) {
        return !member.active();
    }
}
