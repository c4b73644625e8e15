package org.demarche.signing.guard;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.Text;

/** The rules for mail domains, changed at the desk while a campaign runs; every node knows them within seconds. */
@ApplicationScoped
public class DomainRules {

    private record Rule(Pattern domains, DomainPattern.Rule rule) {}

    private record Known(List<Rule> rules, Instant until) {}

    private static final Duration KNOWN_FOR = Duration.ofSeconds(5);
    private static final int RULES_MAX = 1_000;
    private static final int NOTE_MAX = 200;

    private final Clock clock;
    private final Event<Audited> audit;
    private volatile Known known = new Known(List.of(), Instant.MIN);

    DomainRules(Clock clock, Event<Audited> audit) {
        this.clock = clock;
        this.audit = audit;
    }

    /** The rule for a domain; to hold goes before to allow. */
    Optional<DomainPattern.Rule> of(String domain) {
        return rules().stream()
                .filter(rule -> rule.domains.matcher(domain).matches())
                .map(Rule::rule)
                .min(Enum::compareTo);
    }

    private List<Rule> rules() {
        var now = clock.instant();
        if (!now.isBefore(known.until)) {
            var fresh = QuarkusTransaction.joiningExisting()
                    .call(() -> DomainPattern.all().stream()
                            .map(p -> new Rule(p.compiled(), p.rule))
                            .toList());
            known = new Known(fresh, now.plus(KNOWN_FOR));
        }
        return known.rules;
    }

    /** Adds a rule, or changes the one for the same pattern. */
    @Transactional
    public DomainPattern put(String pattern, String rule, String note, String actor) {
        var clean = pattern == null ? "" : pattern.strip().toLowerCase(Locale.ROOT);
        if (!clean.matches(DomainPattern.FORM) || clean.matches("[*.?-]+")) {
            throw new BadInput("pattern", "a mail domain in ASCII, with * for any signs and ? for one");
        }
        if (!"HOLD".equals(rule) && !"ALLOW".equals(rule)) {
            throw new BadInput("rule", "HOLD or ALLOW");
        }
        var why = Text.line(note);
        if (Text.length(why) > NOTE_MAX || Text.hasControls(note)) {
            throw new BadInput("note", "up to " + NOTE_MAX + " characters");
        }
        DomainPattern row = DomainPattern.findById(clean);
        if (row == null) {
            if (DomainPattern.count() >= RULES_MAX) {
                throw new BadInput("pattern", "there are " + RULES_MAX + " rules already; remove some");
            }
            row = new DomainPattern();
            row.pattern = clean;
        }
        row.rule = DomainPattern.Rule.valueOf(rule);
        row.note = why;
        row.addedBy = actor;
        row.addedAt = clock.instant();
        row.persist();
        audit.fire(
                new Audited(actor, "guard.domain." + rule.toLowerCase(Locale.ROOT), clean, why.isEmpty() ? null : why));
        forget();
        return row;
    }

    @Transactional
    public void remove(String pattern, String actor) {
        if (pattern != null && DomainPattern.deleteById(pattern)) {
            audit.fire(new Audited(actor, "guard.domain.remove", pattern, null));
            forget();
        }
    }

    private void forget() {
        known = new Known(known.rules, Instant.MIN);
    }
}
