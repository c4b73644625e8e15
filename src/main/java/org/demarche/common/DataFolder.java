package org.demarche.common;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jboss.logging.Logger;

/** Closes the data folder to everybody but its owner: bundles hold names, and a database file that leaks is a loss. */
@ApplicationScoped
class DataFolder {

    /** Before anybody writes into it at a start; the database alone is there earlier. */
    private static final int FIRST = 1;

    private static final Logger LOG = Logger.getLogger(DataFolder.class);

    private final DemarcheConfig config;

    DataFolder(DemarcheConfig config) {
        this.config = config;
    }

    void close(@Observes @Priority(FIRST) StartupEvent start) {
        try {
            closeToOthers(config.dataDir());
        } catch (IOException notOurs) {
            LOG.warnf(
                    "The data folder cannot be closed to other accounts (%s); do it by hand: chmod 700",
                    notOurs.getClass().getSimpleName());
        }
    }

    /** The folder by itself keeps others from all that is in it, whatever the files say. */
    static void closeToOthers(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
