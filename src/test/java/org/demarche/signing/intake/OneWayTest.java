package org.demarche.signing.intake;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.demarche.OnOwnH2;

@QuarkusTest
@TestProfile(OnOwnH2.class)
class OneWayTest extends OneWayPromises {}
