package org.demarche.signing.guard;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The guard on duty, with small limits; the test names its network as a trusted proxy would. */
public final class WithGuard implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "demarche.databases.h2.url", "jdbc:h2:mem:guard;DB_CLOSE_DELAY=-1",
                "demarche.guard", "on",
                "demarche.trusted-proxies", "127.0.0.1,::1",
                "demarche.guard-burst", "4",
                "demarche.guard-sustained", "8",
                "demarche.guard-domain", "12",
                "demarche.guard-booth", "20",
                "demarche.guard-fill", "1s",
                "demarche.guard-work", "2000");
    }
}
