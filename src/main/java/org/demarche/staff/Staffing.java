package org.demarche.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.Refusal;
import org.demarche.common.Token;
import org.demarche.mission.Missions;

/** Asks colleagues in and lets them go. */
@ApplicationScoped
class Staffing {

    private final Missions missions;
    private final Clock clock;
    private final Event<Audited> audit;

    Staffing(Missions missions, Clock clock, Event<Audited> audit) {
        this.missions = missions;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional
    List<StaffMember> members() {
        return StaffMember.list("order by name");
    }

    /** A link for one colleague, to be handed over by the one who asks. */
    @Transactional
    Token invite(List<String> tags, String actor) {
        var roles = tags.stream()
                .map(tag -> Role.find(tag).orElseThrow(() -> new BadInput("role", "There is no such role.")))
                .collect(Collectors.toSet());
        if (roles.isEmpty()) {
            throw new BadInput("role", "Choose at least one role.");
        }
        var token = SetupLink.invitation(roles, actor, clock.instant());
        audit.fire(new Audited(actor, "staff.invite", Role.words(roles), null));
        return token;
    }

    /** Closes an account and ends its sessions at once; what the member did stays in the trail. */
    @Transactional
    void close(UUID id, String actor) {
        var member = member(id);
        if (member.name.equals(actor)) {
            throw Refusal.forbidden("You cannot close your own account; another admin can.");
        }
        member.active = false;
        DeskSession.delete("member", member);
        audit.fire(new Audited(actor, "staff.close", id.toString(), null));
    }

    /** Gives a coordinator the mission whose bundles they carry; empty takes it back. */
    @Transactional
    void carry(UUID id, String code, String actor) {
        var member = member(id);
        if (!member.roles.contains(Role.COORDINATOR)) {
            throw Refusal.wrongState("Only a coordinator goes to one mission.");
        }
        if (!code.isEmpty() && missions.byCode(code).isEmpty()) {
            throw new BadInput("mission", "There is no such mission.");
        }
        member.missionCode = code.isEmpty() ? null : code;
        audit.fire(new Audited(actor, "staff.mission", id.toString(), code.isEmpty() ? "none" : code));
    }

    @Transactional
    void reopen(UUID id, String actor) {
        member(id).active = true;
        audit.fire(new Audited(actor, "staff.reopen", id.toString(), null));
    }

    private static StaffMember member(UUID id) {
        return StaffMember.<StaffMember>findByIdOptional(id)
                .orElseThrow(() -> Refusal.unknown("There is no such member of staff."));
    }
}
