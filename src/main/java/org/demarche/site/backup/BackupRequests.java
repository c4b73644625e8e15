package org.demarche.site.backup;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.jobs.Rounds;
import org.jboss.logging.Logger;

/**
 * An H2 file belongs to the process that opened it, so a backup of a running house is asked for by a file in its data
 * folder. Who may write there owns the data anyway; no door to the network is needed.
 */
@ApplicationScoped
class BackupRequests {

    private static final Logger LOG = Logger.getLogger(BackupRequests.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Backup backup;
    private final Databases databases;
    private final DemarcheConfig config;
    private final BackupRequest request;
    private Rounds rounds;

    BackupRequests(Backup backup, Databases databases, DemarcheConfig config) {
        this.backup = backup;
        this.databases = databases;
        this.config = config;
        this.request = new BackupRequest(config.dataDir());
    }

    void start(@Observes StartupEvent started) {
        if (databases.isH2() && (config.site() || config.desk() || config.worker())) {
            rounds = Rounds.begin(
                    "backup-requests", LOOK_EVERY, "Whether a backup is asked for cannot be seen", this::look);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (rounds != null) {
            rounds.end();
        }
    }

    private void look() {
        try {
            if (request.isThere()) {
                answer();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer() throws IOException {
        var archives = request.take();
        try {
            backup.takeData(archives.data());
            backup.takeKeys(archives.keys());
            request.answer(BackupRequest.DONE);
            LOG.info("A backup was taken");
        } catch (IOException | SQLException | GeneralSecurityException | RuntimeException e) {
            LOG.errorf("A backup failed: %s", e.getClass().getSimpleName());
            request.answer(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        }
    }
}
