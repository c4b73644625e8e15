package org.demarche.site.watch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Who may read the figures, and how much this process takes on at once. */
@ConfigMapping(prefix = "demarche")
interface WatchConfig {

    /** The bearer token for {@code /q/metrics}; without one there is no such page. */
    Optional<String> metricsToken();

    /** How old a figure from the database may be. */
    @WithDefault("15s")
    Duration metricsEvery();

    /** Requests answered at the same time; beyond them 503, the desk first, then signing, then pages. */
    @WithDefault("1000")
    int busyMax();

    /** How long a public form may take to arrive. */
    @WithDefault("30s")
    Duration bodyWithin();
}
