package org.demarche.staff.passkey;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.demarche.common.Token;

/** What a browser was asked; kept here, because an answer counts once and only to our own question. */
@Entity
@Table(name = "passkey_question")
class Question extends PanacheEntityBase {

    /** To find the key in a bag and touch it. */
    static final Duration GOOD_FOR = Duration.ofMinutes(5);

    @Id
    @Column(name = "token_hash")
    byte[] tokenHash;

    /** Who is asked at the desk; null where somebody enters, who may be anybody. */
    @Column(name = "staff_id")
    UUID staffId;

    @Column(name = "question")
    String json;

    @Column(name = "asked_at")
    Instant askedAt;

    /** Keeps a question, and throws away those that were never answered. */
    static Token ask(UUID staff, String json, Instant now) {
        delete("askedAt < ?1", now.minus(GOOD_FOR));
        var token = Token.random();
        var question = new Question();
        question.tokenHash = token.hash();
        question.staffId = staff;
        question.json = json;
        question.askedAt = now;
        question.persist();
        return token;
    }

    /**
     * The question behind this token, used up whatever becomes of the answer; empty where it was answered before, too long
     * ago, or asked of somebody else.
     */
    static Optional<String> answered(Token token, UUID staff, Instant now) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Question.<Question>findByIdOptional(token.hash())
                        .filter(question -> delete("tokenHash", (Object) question.tokenHash) == 1)
                        .filter(question -> Objects.equals(question.staffId, staff))
                        .filter(question -> now.isBefore(question.askedAt.plus(GOOD_FOR)))
                        .map(question -> question.json));
    }
}
