package org.demarche.site.watch;

import jakarta.enterprise.context.ApplicationScoped;
import org.demarche.common.DemarcheConfig;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the data folder can be written to: without it no volume and no upload can be kept. */
@Readiness
@ApplicationScoped
class FolderHealth implements HealthCheck {

    /** Under this much free space a worker stops being ready, while it can still say so. */
    private static final long FREE_MIN_BYTES = 64L << 20;

    private final DemarcheConfig config;

    FolderHealth(DemarcheConfig config) {
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        var folder = config.dataDir().toFile();
        long free = folder.getUsableSpace();
        var response = HealthCheckResponse.named("data folder").withData("freeMegabytes", free >> 20);
        if (!folder.canWrite()) {
            return response.withData("reason", "it cannot be written to").down().build();
        }
        // A site keeps nothing; its folder may be a little piece of memory.
        return free < FREE_MIN_BYTES && (config.desk() || config.worker())
                ? response.withData("reason", "the disk is full").down().build()
                : response.up().build();
    }
}
