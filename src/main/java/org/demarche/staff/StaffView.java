package org.demarche.staff;

import java.util.List;
import org.demarche.common.page.DeskPage;

/**
 * Who works here.
 *
 * @param link a fresh invitation, shown this once; else null
 * @param problem why there is no invitation; else null
 */
public record StaffView(
        DeskPage page,
        List<StaffMember> members,
        List<Role> roles,
        List<Mission> missions,
        String link,
        String problem) {

    /** One that a coordinator may be given. */
    public record Mission(String code, String name) {}

    public boolean carries(StaffMember member) {
        return member.active() && member.roles().contains(Role.COORDINATOR);
    }

    public boolean goesTo(StaffMember member, Mission mission) {
        return mission.code().equals(member.missionCode());
    }

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
