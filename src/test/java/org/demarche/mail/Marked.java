package org.demarche.mail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.demarche.common.EmailAddress;
import org.demarche.privacy.Scopes;

/** Mails that left long ago, for tests of what comes back. */
@ApplicationScoped
public class Marked {

    /** What is known of a mail. */
    public record Known(MailState state, String answer) {}

    public static final String SCOPE = "campaign:returned-test";

    private final Outbox outbox;
    private final Marks marks;
    private final Scopes scopes;
    private final ReturnPath returnPath;

    Marked(Outbox outbox, Marks marks, Scopes scopes, ReturnPath returnPath) {
        this.outbox = outbox;
        this.marks = marks;
        this.scopes = scopes;
        this.returnPath = returnPath;
    }

    public UUID accepted(Purpose purpose, String to, UUID reference, UUID person) {
        scopes.create(SCOPE);
        return QuarkusTransaction.requiringNew().call(() -> {
            var id = outbox.queue(Message.of(purpose, SCOPE, UUID.randomUUID().toString())
                    .to(new EmailAddress(to))
                    .saying("A letter", "Text")
                    .campaign("returned-test")
                    .reference(reference)
                    .person(person));
            return id;
        });
    }

    public void become(UUID id, MailState state) {
        QuarkusTransaction.requiringNew().run(() -> {
            Mail mail = Mail.findById(id);
            mail.become(state, "250 ok");
            mail.answeredAt = Instant.parse("2026-09-10T03:00:00Z");
        });
    }

    public String mark(UUID id) {
        return marks.of(id);
    }

    public String returnPath(UUID id) {
        return returnPath.of(id);
    }

    public Known known(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Mail mail = Mail.findById(id);
            return new Known(mail.state, mail.lastAnswer);
        });
    }

    public boolean silenced(String address) {
        return outbox.isSuppressed(new EmailAddress(address));
    }
}
