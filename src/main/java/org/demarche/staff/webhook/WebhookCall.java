package org.demarche.staff.webhook;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One thing that one address is told; tried until it is taken, or for about a day. */
@Entity
@Table(name = "webhook_call")
public class WebhookCall extends PanacheEntityBase {

    /** How far it has come. */
    public enum State {
        WAITING,
        TAKEN,
        GIVEN_UP
    }

    /** After each failure in turn; after the last it is given up. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofHours(12));

    @Id
    UUID id;

    @ManyToOne
    @JoinColumn(name = "webhook_id")
    Webhook webhook;

    String event;
    String body;

    @Enumerated(EnumType.STRING)
    State state;

    int attempts;

    /** Null before the first try. */
    @Column(name = "last_answer")
    String lastAnswer;

    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "due_at")
    Instant dueAt;

    /** RFC 9110: everything from 200 to 299 is a yes; a redirect is none, for it could lead into the house. */
    void answered(int status, Instant now) {
        if (status >= 200 && status < 300) {
            attempts++;
            lastAnswer = "answered " + status;
            state = State.TAKEN;
        } else {
            failed("answered " + status, now);
        }
    }

    void failed(String why, Instant now) {
        lastAnswer = why;
        if (attempts >= PAUSES.size()) {
            state = State.GIVEN_UP;
        } else {
            dueAt = now.plus(PAUSES.get(attempts));
        }
        attempts++;
    }
}
