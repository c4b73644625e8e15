package org.demarche;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Runs a test class on an H2 database of its own, as it is at the very first start, with the second factor it demands. */
public final class OnOwnH2 implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "demarche.databases.h2.url", "jdbc:h2:mem:own;DB_CLOSE_DELAY=-1", "demarche.second-factor", "required");
    }
}
