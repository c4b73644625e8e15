package org.demarche.staff;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A desk in a database of its own, as it is at the very first start. */
public abstract class OwnDatabase implements QuarkusTestProfile {

    @Override
    public final Map<String, String> getConfigOverrides() {
        var settings = new TreeMap<>(settings());
        settings.put("demarche.databases.h2.url", "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));
        return settings;
    }

    protected abstract Map<String, String> settings();
}
