package org.demarche.staff;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.demarche.PostgreSql;

@QuarkusTest
@TestProfile(SignInOnPostgreSqlTest.Profile.class)
class SignInOnPostgreSqlTest extends SignInPromises {

    public static class Profile extends WithFirstAdmin {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(PostgreSql.class));
        }
    }
}
