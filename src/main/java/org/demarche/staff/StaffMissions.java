package org.demarche.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;
import org.demarche.bundle.CarriedMission;

/** Knows which mission a colleague goes to; a script knows none. */
@ApplicationScoped
class StaffMissions implements CarriedMission {

    @Override
    @Transactional
    public Optional<String> of(String staff) {
        return StaffMember.<StaffMember>find("lower(name) = ?1 and active", staff.toLowerCase(Locale.ROOT))
                .firstResultOptional()
                .map(member -> member.missionCode);
    }
}
