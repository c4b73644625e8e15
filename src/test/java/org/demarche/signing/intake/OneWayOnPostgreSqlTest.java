package org.demarche.signing.intake;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.demarche.OnOwnPostgreSql;

@QuarkusTest
@TestProfile(OnOwnPostgreSql.class)
class OneWayOnPostgreSqlTest extends OneWayPromises {}
