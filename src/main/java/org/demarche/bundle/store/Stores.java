package org.demarche.bundle.store;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.demarche.common.DemarcheConfig;

/** Chooses the store by the settings. */
class Stores {

    /** At the start, so that a setting that is missing is told then and not when the first bundle is done. */
    @Produces
    @Singleton
    @Startup
    Store store(StoreConfig store, DemarcheConfig house, Clock clock) {
        if (store.storeUrl().isEmpty()) return new FolderStore(house.dataDir().resolve("bundles"));
        return new ObjectStore(
                store.storeUrl().get(),
                needed(store.storeKey(), "DEMARCHE_STORE_KEY"),
                needed(store.storeSecret(), "DEMARCHE_STORE_SECRET"),
                store.storeRegion(),
                clock);
    }

    private static String needed(Optional<String> value, String setting) {
        return value.orElseThrow(() -> new IllegalStateException("DEMARCHE_STORE_URL needs " + setting));
    }
}
