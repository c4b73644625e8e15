package org.demarche.switches;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import org.demarche.common.Audited;

/** Turns the switches; one that nobody turns back goes back by itself. */
@ApplicationScoped
public class Switching {

    /** An attack that lasts longer is renewed by a person; a switch that was forgotten does no harm for weeks. */
    static final Duration LASTS = Duration.ofHours(24);

    private static final String SYSTEM = "system";

    private final Switches switches;
    private final Clock clock;
    private final Event<Audited> audit;

    Switching(Switches switches, Clock clock, Event<Audited> audit) {
        this.switches = switches;
        this.clock = clock;
        this.audit = audit;
    }

    /** For a day from now; one that is on already is renewed. */
    public void on(OffSwitch which, String actor) {
        QuarkusTransaction.requiringNew().run(() -> {
            var now = clock.instant();
            TurnedOn row = TurnedOn.findById(which, LockModeType.PESSIMISTIC_WRITE);
            var renewed = row != null && row.endsAt.isAfter(now);
            if (row == null) {
                row = new TurnedOn();
                row.name = which;
            }
            if (!renewed) {
                row.at = now;
            }
            row.by = actor;
            row.endsAt = now.plus(LASTS);
            row.persist();
            audit.fire(new Audited(actor, renewed ? "switch.renew" : "switch.on", which.tag(), "for 24 hours"));
        });
        switches.look();
    }

    /** One that is off already is no error. */
    public void off(OffSwitch which, String actor) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (TurnedOn.deleteById(which)) {
                audit.fire(new Audited(actor, "switch.off", which.tag(), null));
            }
        });
        switches.look();
    }

    @Produces
    @Singleton
    Task<Void> turnBack() {
        return Tasks.recurring("turn-switches-back", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> turnBackWhatIsOver());
    }

    void turnBackWhatIsOver() {
        QuarkusTransaction.requiringNew()
                .run(() -> TurnedOn.<TurnedOn>list("endsAt <= ?1", clock.instant())
                        .forEach(row -> {
                            row.delete();
                            audit.fire(new Audited(SYSTEM, "switch.off", row.name.tag(), "its 24 hours are over"));
                        }));
    }
}
