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

    @Test
    void aScriptIsThePersonInWhoseNameItWorks() {
        assertThat(Actor.same("Kim Lee / nightly export", "kim lee")).isTrue();
        assertThat(Actor.same("Kim Lee / nightly export", "Kim Lee / another")).isTrue();
        assertThat(Actor.same("Kim Lee / nightly export", "Sam / nightly export"))
                .isFalse();
        assertThat(Actor.same("Kim Lee/Sam", "Kim Lee")).isFalse();
    }
}
