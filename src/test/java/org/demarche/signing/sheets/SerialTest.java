package org.demarche.signing.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SerialTest {

    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    @Test
    void whatWasPrintedCanBeTyped() {
        for (int i = 0; i < 1_000; i++) {
            var serial = Serial.random();
            assertThat(serial.value()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]");
            assertThat(Serial.parse(" " + serial.value().toLowerCase().replace("-", "") + " "))
                    .contains(serial);
        }
    }

    @Test
    void everyWrongSignAndAlmostEverySwapIsFoundOut() {
        int swaps = 0;
        int missed = 0;
        for (int i = 0; i < 100; i++) {
            var signs = Serial.random().value().replace("-", "");
            for (int at = 0; at < signs.length(); at++) {
                for (char wrong : SIGNS.toCharArray()) {
                    var typed = signs.substring(0, at) + wrong + signs.substring(at + 1);
                    assertThat(Serial.parse(typed).isPresent()).isEqualTo(typed.equals(signs));
                }
                if (at > 0 && signs.charAt(at) != signs.charAt(at - 1)) {
                    var swapped = signs.substring(0, at - 1)
                            + signs.charAt(at)
                            + signs.charAt(at - 1)
                            + signs.substring(at + 1);
                    swaps++;
                    missed += Serial.parse(swapped).isPresent() ? 1 : 0;
                }
            }
        }
        assertThat(missed).isLessThan(swaps / 50);
    }

    @Test
    void nonsenseIsNoSerial() {
        for (var typed : new String[] {null, "", "K7Q2", "K7Q2-M9XD-44", "K7Q2-M9X!-4"}) {
            assertThat(Serial.parse(typed)).isEmpty();
        }
    }
}
