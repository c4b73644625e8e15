package org.demarche.journey;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.demarche.OnOwnPostgreSql;

@QuarkusTest
@TestProfile(OnOwnPostgreSql.class)
class BoundLettersOnPostgreSqlJourneyTest extends BoundLettersJourney {}
