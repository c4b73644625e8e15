package org.demarche.staff;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.demarche.common.Token;

/** A signed-in browser. The database holds only the hash of its cookie. */
@Entity
@Table(name = "desk_session")
public class DeskSession extends PanacheEntityBase {

    /** The cookie that holds it. */
    public static final String COOKIE = "desk";

    /** A desk left alone for this long is nobody's. */
    static final Duration IDLE = Duration.ofMinutes(30);

    /** However busy, one signs in again after a long working day. */
    static final Duration LONGEST = Duration.ofHours(12);

    /** To unlock a phone and read six digits. */
    static final Duration CODE_WITHIN = Duration.ofMinutes(5);

    /** How coarsely the last use is stored: one write a minute, not one a request. */
    private static final Duration SEEN_STEP = Duration.ofMinutes(1);

    @Id
    @Column(name = "token_hash")
    byte[] tokenHash;

    @ManyToOne
    @JoinColumn(name = "staff_id")
    StaffMember member;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "seen_at")
    Instant seenAt;

    /** Whether a password was shown and a code is still owed: it opens nothing yet. */
    boolean pending;

    /** Whether the person showed more than a password: a code, or a passkey. */
    @Column(name = "second_factor")
    boolean secondFactor;

    @Column(name = "by_passkey")
    boolean byPasskey;

    /** Opens a session within the caller's transaction and clears away those that have ended. */
    static Token open(StaffMember member, Proof proof, Instant now) {
        var token = make(member, now);
        DeskSession session = findById(token.hash());
        session.secondFactor = proof != Proof.PASSWORD;
        session.byPasskey = proof == Proof.PASSKEY;
        return token;
    }

    /** Somebody showed the password of a member who has a second factor. */
    static Token await(StaffMember member, Instant now) {
        var token = make(member, now);
        DeskSession.<DeskSession>findById(token.hash()).pending = true;
        return token;
    }

    /** Whose code is awaited under this token, while it still is. */
    static Optional<StaffMember> awaited(Token token, Instant now) {
        return DeskSession.<DeskSession>findByIdOptional(token.hash())
                .filter(session ->
                        session.pending && session.member.active && now.isBefore(session.createdAt.plus(CODE_WITHIN)))
                .map(session -> session.member);
    }

    private static Token make(StaffMember member, Instant now) {
        delete("seenAt < ?1 or createdAt < ?2", now.minus(IDLE), now.minus(LONGEST));
        var token = Token.random();
        var session = new DeskSession();
        session.tokenHash = token.hash();
        session.member = member;
        session.createdAt = now;
        session.seenAt = now;
        session.persist();
        return token;
    }

    /** The member whose session this is, where it has not ended and the member is still active. */
    public static Optional<DeskSession> resume(Token token, Instant now) {
        return QuarkusTransaction.requiringNew()
                .call(() -> DeskSession.<DeskSession>findByIdOptional(token.hash())
                        .filter(session -> session.lasts(now))
                        .map(session -> {
                            if (session.seenAt.plus(SEEN_STEP).isBefore(now)) {
                                update("seenAt = ?1 where tokenHash = ?2", now, session.tokenHash);
                            }
                            return session;
                        }));
    }

    static void close(Token token) {
        delete("tokenHash", (Object) token.hash());
    }

    boolean lasts(Instant now) {
        return !pending && member.active && now.isBefore(seenAt.plus(IDLE)) && now.isBefore(createdAt.plus(LONGEST));
    }

    Proof proof() {
        return byPasskey ? Proof.PASSKEY : secondFactor ? Proof.PASSWORD_AND_CODE : Proof.PASSWORD;
    }

    public StaffMember member() {
        return member;
    }

    /** Whether the person showed more than a password. */
    public boolean secondFactor() {
        return secondFactor;
    }
}
