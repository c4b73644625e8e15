package org.demarche.staff.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class Argon2HashTest {

    /** Made by the reference implementation: {@code echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32}. */
    private static final String OF_ANOTHER_PROGRAM =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void aHashOfTheReferenceImplementationIsMatchedByItsPasswordAlone() {
        var hash = Argon2Hash.parse(OF_ANOTHER_PROGRAM);
        assertThat(hash.matches("password")).isTrue();
        assertThat(hash.matches("passwore")).isFalse();
        assertThat(hash.phc()).isEqualTo(OF_ANOTHER_PROGRAM);
    }

    @Test
    void onePasswordTwiceIsTwoHashes() {
        var hash = Argon2Hash.of("correct horse", 1024, 1, 1);
        assertThat(Argon2Hash.of("correct horse", 1024, 1, 1).phc()).isNotEqualTo(hash.phc());
        assertThat(Argon2Hash.parse(hash.phc()).matches("correct horse")).isTrue();
    }

    @Test
    void whatIsNoSuchHashIsRefusedWithoutRepeatingIt() {
        for (var other : new String[] {
            "", "secret", "$argon2i$v=19$m=1,t=1,p=1$c29tZQ$c29tZQ", "$argon2id$v=16$m=1,t=1,p=1$c29tZQ$c29tZQ"
        }) {
            assertThatThrownBy(() -> Argon2Hash.parse(other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not an Argon2id hash of version 19");
        }
    }
}
