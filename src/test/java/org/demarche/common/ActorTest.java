package org.demarche.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActorTest {

    @Test
    void caseWidthAndBlanksMakeNoSecondPerson() {
        assertThat(Actor.same("Kim Lee", "kim  lee")).isTrue();
        assertThat(Actor.same("Kim", "Ｋim")).isTrue();
        assertThat(Actor.same("kim", "kim\u200B")).isTrue();
        assertThat(Actor.same("Kim", "Kam")).isFalse();
        assertThat(Actor.same("山田太郎", "山田花子")).isFalse();
    }
}
