package org.demarche.site.kept;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long public pages are kept, and how many of them. */
@ConfigMapping(prefix = "demarche")
interface KeptConfig {

    /** So old a page is sent without asking whether anything has changed. */
    @WithDefault("1s")
    Duration pagesFresh();

    /** Memory for kept pages, compressed and not; some 400 pages fit. */
    @WithDefault("32M")
    MemorySize pagesMemory();
}
