package org.demarche.site.watch;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A house that takes on little at once and shows its figures, on a database of its own. */
public final class Watched implements QuarkusTestProfile {

    static final int BUSY_MAX = 10;
    static final String TOKEN = "metrics-token-of-the-tests-only";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "demarche.databases.h2.url", "jdbc:h2:mem:watched;DB_CLOSE_DELAY=-1",
                "demarche.data-dir", "target/test-data-watched",
                "demarche.metrics-token", TOKEN,
                "demarche.metrics-every", "200ms",
                "demarche.busy-max", String.valueOf(BUSY_MAX),
                "demarche.body-within", "8s");
    }
}
