package org.demarche.site;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import org.demarche.StoppablePostgreSql;

/** On a database that can be switched off, with pages kept as in earnest. */
public final class OnStoppablePostgreSql implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "demarche.data-dir", "target/test-data-outage",
                "demarche.guard", "off",
                "demarche.pages-fresh", "1s");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(StoppablePostgreSql.class));
    }
}
