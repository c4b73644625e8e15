package org.demarche.signing;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.demarche.OnOwnH2;

@QuarkusTest
@TestProfile(OnOwnH2.class)
class SigningTest extends SigningPromises {}
