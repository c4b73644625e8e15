package org.demarche.mission;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Fills an empty directory from the file that comes with the program; nothing in it is verified by then. */
@ApplicationScoped
class FirstMissions {

    private static final Logger LOG = Logger.getLogger(FirstMissions.class);
    private static final String FILE = "missions/missions.csv";

    private final MissionImport missions;

    FirstMissions(MissionImport missions) {
        this.missions = missions;
    }

    @Transactional
    void onStart(@Observes @Priority(100) StartupEvent started) throws IOException {
        if (Mission.count() > 0) {
            return;
        }
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("missing on the classpath: " + FILE);
            }
            var report = missions.take(in.readAllBytes(), "system");
            LOG.infof("%d missions taken from %s, none verified yet", report.added(), FILE);
        }
    }
}
