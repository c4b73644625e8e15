package org.demarche.staff;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.EmailAddress;
import org.demarche.privacy.Scopes;
import org.demarche.staff.password.PasswordRule;
import org.jboss.logging.Logger;

/** Opens an empty desk: makes the first admin from the settings, or prints a link that makes one. */
@ApplicationScoped
class FirstStaff {

    /** Others seal things for the organisation when they start. */
    private static final int EARLY = 1_000;

    private static final String NAME = "admin";
    private static final Logger LOG = Logger.getLogger(FirstStaff.class);

    private final DemarcheConfig house;
    private final StaffConfig config;
    private final Scopes scopes;
    private final StaffRegister register;
    private final Clock clock;

    FirstStaff(DemarcheConfig house, StaffConfig config, Scopes scopes, StaffRegister register, Clock clock) {
        this.house = house;
        this.config = config;
        this.scopes = scopes;
        this.register = register;
        this.clock = clock;
    }

    void arrive(@Observes @Priority(EARLY) StartupEvent start) {
        if (!house.desk() && !house.worker()) {
            return; // holds no master key, and could make no scope
        }
        scopes.create(Scopes.ORGANISATION);
        if (house.desk()) {
            QuarkusTransaction.requiringNew().run(this::openEmptyDesk);
        }
    }

    private void openEmptyDesk() {
        if (!register.isEmpty()) {
            return;
        }
        if (config.adminEmail().isPresent() != config.adminPassword().isPresent()) {
            throw new IllegalStateException(
                    "DEMARCHE_ADMIN_EMAIL and DEMARCHE_ADMIN_PASSWORD belong together; one of them is missing.");
        }
        if (config.adminEmail().isEmpty()) {
            // For the person at the terminal, and not for the log, which others may read later.
            System.out.println("Set up the first staff account: " + house.baseUrl() + "/desk/setup/"
                    + SetupLink.first(clock.instant()).value());
            return;
        }
        var email = EmailAddress.parse(config.adminEmail().get())
                .orElseThrow(() -> new IllegalStateException("DEMARCHE_ADMIN_EMAIL is not an e-mail address."));
        var password = config.adminPassword().orElseThrow();
        // Whoever can set this can do anything anyway: said, and not refused, so that a start never fails over it.
        PasswordRule.objection(password, List.of(email.value(), email.localPart()))
                .ifPresent(objection -> LOG.warnf("DEMARCHE_ADMIN_PASSWORD is weak. %s", objection));
        register.add(NAME, email, password, Set.of(Role.ADMIN), StaffMember.SYSTEM, clock.instant());
    }
}
