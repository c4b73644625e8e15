package org.demarche.mail;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(WithRelay.class)
class AnswersTest extends AnswerPromises {}
