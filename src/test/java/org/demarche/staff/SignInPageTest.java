package org.demarche.staff;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(WithFirstAdmin.class)
class SignInPageTest extends SignInPromises {}
