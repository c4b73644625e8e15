package org.demarche.pdf;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Presses that stand idle; they keep their parsed style sheets, and the forms that they printed last. */
final class Presses {
    /** More than one a core would only hold memory. */
    private static final BlockingQueue<Press> IDLE =
            new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

    private Presses() {}

    static Press take() {
        var press = IDLE.poll();
        return press == null ? new Press() : press;
    }

    /** After a failure a press is thrown away instead, with whatever state it was in. */
    static void giveBack(Press press) {
        IDLE.offer(press);
    }
}
