package org.demarche.journey;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class MainOnH2JourneyTest extends MainJourney {}
