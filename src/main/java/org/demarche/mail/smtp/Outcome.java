package org.demarche.mail.smtp;

import java.time.Duration;

/** What came of handing one message to the relay; every answer is cleaned by {@link Answer}. */
public sealed interface Outcome {

    String answer();

    /** The relay took it over. */
    record Accepted(String answer) implements Outcome {}

    /**
     * A temporary refusal of this message, or a connection lost before the whole of it was given.
     *
     * @param after the wait that the relay itself named, or null
     */
    record TryLater(Duration after, String answer) implements Outcome {}

    /** The relay itself is away or busy; it says nothing of this message. */
    record RelayDown(String answer) implements Outcome {}

    /**
     * A lasting refusal.
     *
     * @param status the enhanced status code (RFC 3463), or the plain SMTP code where the relay gave no other
     */
    record Refused(String answer, String status) implements Outcome {}

    /** The whole content was given and no answer came: it may or may not be on its way. */
    record Unclear(String answer) implements Outcome {}
}
