package org.demarche.staff.audit;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import org.demarche.PostgreSql;

/** The same promises on the other database. */
@QuarkusTest
@WithTestResource(PostgreSql.class)
@TestSecurity(user = "ada", roles = "admin")
class AuditOnPostgreSqlTest extends AuditApiTest {}
