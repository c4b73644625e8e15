package org.demarche.mail.smtp;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** Bytes made long ago, written as they are. */
final class StoredMessage extends SMTPMessage {

    private final Envelope envelope;
    private boolean handed;

    StoredMessage(Session session, Envelope envelope) {
        super(session);
        this.envelope = envelope;
        setEnvelopeFrom(envelope.from());
    }

    /** Whether everything but the final dot went to the relay; from here on silence leaves the outcome unclear. */
    boolean handed() {
        return handed;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException {
        out.write(envelope.bytes());
        out.flush();
        try {
            envelope.handed().run();
        } catch (RuntimeException cannotBeNoted) {
            // As an I/O fault it makes the transport drop the connection without the final dot.
            throw new IOException("stopped before the final dot", cannotBeNoted);
        }
        handed = true;
    }
}
