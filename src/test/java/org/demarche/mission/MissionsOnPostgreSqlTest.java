package org.demarche.mission;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.demarche.OnPostgreSql;

/** The same promises on the other database. */
@QuarkusTest
@TestTransaction
@TestProfile(OnPostgreSql.class)
class MissionsOnPostgreSqlTest extends MissionsTest {}
