package org.demarche.site.backup;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import org.demarche.common.DemarcheConfig;
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
    private Thread watch;

    BackupRequests(Backup backup, Databases databases, DemarcheConfig config) {
        this.backup = backup;
        this.databases = databases;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (databases.isH2() && (config.site() || config.desk() || config.worker())) {
            watch = Thread.ofVirtual().name("backup-requests").start(this::watch);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (watch != null) {
            watch.interrupt();
        }
    }

    private void watch() {
        var request = new BackupRequest(config.dataDir());
        try {
            while (true) {
                Thread.sleep(LOOK_EVERY);
                if (request.isThere()) {
                    answer(request);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.errorf("No backup can be asked for any more: %s", e.getClass().getSimpleName());
        }
    }

    private void answer(BackupRequest request) throws IOException {
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
