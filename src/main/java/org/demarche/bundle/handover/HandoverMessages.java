package org.demarche.bundle.handover;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What signers who asked for news are told of a handover. Other languages: {@code messages/handover_*.properties}. */
@MessageBundle("handover")
public interface HandoverMessages {

    @Message("What happened to your signature: {mission}")
    String subject(String mission);

    @Message("On {day} we went to {mission} with “{title}” and the signatures of {count} people.")
    String went(String day, String mission, String title, String count);

    @Message("It was accepted.")
    String accepted();

    @Message("They would not take it. That too is on record.")
    String refused();

    @Message("It came back to us. That too is on record.")
    String returned();

    @Message("Nobody took it; we left it there.")
    String left();

    @Message("The whole record: {url}")
    String record(String url);
}
