package org.demarche.journey;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.demarche.OnOwnH2;

@QuarkusTest
@TestProfile(OnOwnH2.class)
class BoundLettersOnH2JourneyTest extends BoundLettersJourney {}
