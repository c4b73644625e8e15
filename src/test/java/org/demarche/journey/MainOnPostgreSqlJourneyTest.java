package org.demarche.journey;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.demarche.OnPostgreSql;

@QuarkusTest
@TestProfile(OnPostgreSql.class)
class MainOnPostgreSqlJourneyTest extends MainJourney {}
