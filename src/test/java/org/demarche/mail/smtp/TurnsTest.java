package org.demarche.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class TurnsTest {

    @Test
    void urgentMessagesGoBeforeTheRest() throws Exception {
        var turns = new Turns(2);
        turns.take(false);
        var second = Thread.ofVirtual().start(() -> take(turns, false));
        Thread.sleep(50);
        assertThat(second.isAlive()).as("one connection is left for the urgent").isTrue();
        turns.take(true);
        turns.give(true);
        turns.give(false);
        second.join(1000);
        assertThat(second.isAlive()).isFalse();
    }

    private static void take(Turns turns, boolean urgent) {
        try {
            turns.take(urgent);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
