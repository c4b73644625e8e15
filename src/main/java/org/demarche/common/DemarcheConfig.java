package org.demarche.common;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Where this process keeps its files, how the world reaches it, and what it does. */
@ConfigMapping(prefix = "demarche")
public interface DemarcheConfig {

    /** Database file, keys and bundles. */
    @WithDefault("./data")
    Path dataDir();

    /**
     * Where each campaign's own key lies, to be deleted with the campaign: by default among the other keys. Desk and worker
     * nodes need one folder for all of them.
     */
    Optional<Path> campaignKeysDir();

    /** The keys that all campaigns share. */
    default Path keysDir() {
        return dataDir().resolve("keys");
    }

    /** The address people use, without a slash at the end; links in mails begin with it. */
    @WithDefault("http://localhost:8080")
    String baseUrl();

    /** {@code site}, {@code desk}, {@code worker}: what this process does. */
    @WithDefault("site,desk,worker")
    Set<String> roles();

    /** {@code on}: what leaves the house is asked for by one person and approved by another. */
    @WithDefault("on")
    String fourEyes();

    default boolean needsSecondPerson() {
        return !"off".equals(fourEyes());
    }

    default boolean site() {
        return roles().contains("site");
    }

    default boolean desk() {
        return roles().contains("desk");
    }

    default boolean worker() {
        return roles().contains("worker");
    }

    /** Whether this process may hold the key that opens personal data: a {@code site} by itself never does. */
    default boolean opens() {
        return desk() || worker() || roles().contains("command");
    }
}
