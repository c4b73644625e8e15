package org.demarche.staff.audit;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.demarche.OnPostgreSql;

@QuarkusTest
@TestProfile(OnPostgreSql.class)
class AuditOnPostgreSqlTest extends AuditPromises {}
