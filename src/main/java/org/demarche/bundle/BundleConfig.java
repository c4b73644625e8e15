package org.demarche.bundle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings of bundles beside where they lie. */
@ConfigMapping(prefix = "demarche")
public interface BundleConfig {

    /** An RFC 3161 time stamp authority that each seal is shown to; unset: seals carry our own time only. */
    Optional<URI> timestampUrl();

    /** How long a coordinator's link to a bundle works. */
    @WithDefault("72h")
    Duration bundleLinkFor();
}
