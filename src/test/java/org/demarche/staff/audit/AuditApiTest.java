package org.demarche.staff.audit;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AuditApiTest extends AuditPromises {}
