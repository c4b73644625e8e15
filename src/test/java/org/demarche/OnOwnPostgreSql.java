package org.demarche;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** Runs a test class on a PostgreSQL server of its own, as it is at the very first start. */
public final class OnOwnPostgreSql implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("demarche.data-dir", "target/test-data-own-postgresql");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(PostgreSql.class));
    }
}
