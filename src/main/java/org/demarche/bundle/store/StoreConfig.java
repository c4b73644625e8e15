package org.demarche.bundle.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Where the volumes of bundles are kept. */
@ConfigMapping(prefix = "demarche")
public interface StoreConfig {

    /** A bucket of an S3-compatible store, such as {@code https://s3.example.org/bundles}; unset: the data folder. */
    Optional<URI> storeUrl();

    /** The access key's name. */
    Optional<String> storeKey();

    /** The secret that belongs to it. */
    Optional<String> storeSecret();

    @WithDefault("us-east-1")
    String storeRegion();
}
