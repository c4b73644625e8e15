package org.demarche.staff;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.demarche.PostgreSql;

/** The same promises on the other database. */
@QuarkusTest
@WithTestResource(PostgreSql.class)
@TestProfile(SignInPageTest.WithFirstAdmin.class)
class SignInOnPostgreSqlTest extends SignInPageTest {}
