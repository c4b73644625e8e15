package org.demarche.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;
import org.demarche.common.EmailAddress;
import org.demarche.delivery.OwnMailbox;

/** Finds a colleague's mailbox by the name they act under. */
@ApplicationScoped
class StaffMailbox implements OwnMailbox {

    private final StaffRegister register;

    StaffMailbox(StaffRegister register) {
        this.register = register;
    }

    @Override
    @Transactional
    public Optional<EmailAddress> of(String staff) {
        return StaffMember.<StaffMember>find("lower(name) = ?1 and active", staff.toLowerCase(Locale.ROOT))
                .firstResultOptional()
                .map(member -> new EmailAddress(register.emailOf(member)));
    }
}
