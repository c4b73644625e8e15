package org.demarche.staff.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.demarche.common.Actor;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.Problem;
import org.demarche.common.Refusal;
import org.demarche.common.Text;
import org.demarche.common.Token;
import org.demarche.staff.Accounts;
import org.demarche.staff.Role;

/** Makes tokens, knows them again, and takes them back. */
@ApplicationScoped
public class ScriptTokens {

    /** By which a leaked one is known in a log or a repository. */
    static final String PREFIX = "demarche_";

    static final int LABEL_MAX = 30;
    /** The trail and all that names who asked hold so many characters. */
    private static final int NAME_MAX = 100;

    private static final int DAYS_MAX = 365;

    /** Who a token belongs to. */
    public record Bearer(String name, Set<Role> roles) {}

    private final Accounts accounts;
    private final Clock clock;
    private final Event<Audited> audit;

    ScriptTokens(Accounts accounts, Clock clock, Event<Audited> audit) {
        this.accounts = accounts;
        this.clock = clock;
        this.audit = audit;
    }

    /** Whose script shows this token; empty for one that is unknown, over, or taken back. */
    @Transactional
    public Optional<Bearer> bearerOf(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        var now = clock.instant();
        return ScriptToken.of(new Token(token)).filter(t -> t.stands(now)).map(t -> {
            t.used(now);
            return new Bearer(t.actsAs(), Set.of(t.role));
        });
    }

    /** The newest first, those that are over too: the trail names them. */
    @Transactional
    List<ScriptToken> all() {
        return ScriptToken.list("order by madeAt desc");
    }

    /**
     * Makes one, in the name of the colleague at the desk.
     *
     * @return the token, which is kept nowhere
     * @throws Refusal 404 for a script: only people make tokens
     */
    @Transactional
    String make(String label, String role, int days, String actor) {
        var owner = accounts.of(actor);
        var name = Text.line(label);
        var problems = new ArrayList<Problem>();
        if (name.isEmpty() || Text.length(name) > LABEL_MAX || Text.hasControls(label)) {
            problems.add(new Problem("label", "Say what it is for, in at most " + LABEL_MAX + " characters."));
        } else if (Text.length(owner.name() + Actor.BY_SCRIPT + name) > NAME_MAX) {
            problems.add(new Problem("label", "Shorter, please: your name stands before it in the trail."));
        }
        var chosen = Role.find(role == null ? "" : role);
        if (chosen.isEmpty()) {
            problems.add(new Problem("role", "Choose what it may do."));
        }
        if (days < 1 || days > DAYS_MAX) {
            problems.add(new Problem("days", "From 1 to " + DAYS_MAX + " days."));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        var secret = PREFIX + Token.random().value();
        var token = new ScriptToken();
        token.id = UUID.randomUUID();
        token.owner = owner;
        token.label = name;
        token.role = chosen.orElseThrow();
        token.tokenHash = new Token(secret).hash();
        token.madeAt = clock.instant();
        token.endsAt = token.madeAt.plus(Duration.ofDays(days));
        token.persist();
        audit.fire(new Audited(
                actor, "token.make", token.id.toString(), "as " + token.role.tag() + ", for " + days + " days"));
        return secret;
    }

    /** Takes it back at once; one that is over is no error. */
    @Transactional
    void revoke(UUID id, String actor) {
        ScriptToken token = ScriptToken.<ScriptToken>findByIdOptional(id)
                .orElseThrow(() -> Refusal.unknown("There is no such token."));
        if (token.revokedAt == null) {
            token.revokedAt = clock.instant();
            token.revokedBy = actor;
            audit.fire(new Audited(actor, "token.revoke", id.toString(), null));
        }
    }
}
