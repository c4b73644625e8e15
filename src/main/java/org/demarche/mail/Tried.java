package org.demarche.mail;

import java.util.UUID;
import org.demarche.mail.smtp.Outcome;

/** What came of one turn of one mail, before it is recorded. */
sealed interface Tried {

    UUID mail();

    /** In a word, for the log: no address, no content. */
    String what();

    /** The relay answered, or kept silent. */
    record Answered(UUID mail, Outcome outcome) implements Tried {
        @Override
        public String what() {
            return outcome.getClass().getSimpleName();
        }
    }

    /** It cannot be made or opened here. */
    record Broken(UUID mail, String why) implements Tried {
        @Override
        public String what() {
            return why;
        }
    }

    /** Nothing was tried: the process ends, or the database was away. */
    record Not(UUID mail) implements Tried {
        @Override
        public String what() {
            return "not tried";
        }
    }
}
