package org.demarche.signing.guard;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.demarche.common.Refusal;
import org.demarche.switches.OffSwitch;
import org.demarche.switches.Switches;

/**
 * Judges forms before they are stored. What it finds is said to nobody outside: the sender sees the usual page. It
 * touches the database only for a proof of work, which is asked for under pressure; what other nodes saw is heard beside it
 * ({@link Sharing}).
 */
@ApplicationScoped
public class Guard {

    /** So large that their number says nothing; still limited, or they would be the way in. */
    private static final Set<String> LARGE = Set.of(
            "gmail.com",
            "yahoo.co.jp",
            "yahoo.com",
            "icloud.com",
            "outlook.com",
            "outlook.jp",
            "hotmail.com",
            "hotmail.co.jp",
            "live.jp",
            "docomo.ne.jp",
            "ezweb.ne.jp",
            "au.com",
            "softbank.ne.jp",
            "i.softbank.jp",
            "naver.com",
            "daum.net",
            "hanmail.net",
            "kakao.com",
            "nate.com",
            "proton.me",
            "protonmail.com",
            "gmx.de",
            "web.de",
            "qq.com",
            "163.com",
            "126.com",
            "aol.com",
            "me.com");

    private static final int LARGE_SHARE = 30;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String ALL = "all";

    private final Caller caller;
    private final Stamps stamps;
    private final Proofs proofs;
    private final DomainRules domains;
    private final Booths booths;
    private final GuardConfig config;
    private final Switches switches;
    private final Clock clock;
    private final Rate everybody;
    private final Rate burst;
    private final Rate sustained;
    private final Rate byDomain;
    private final Rate byBooth;

    Guard(
            Caller caller,
            Stamps stamps,
            Proofs proofs,
            DomainRules domains,
            Booths booths,
            Sharing sharing,
            GuardConfig config,
            Switches switches,
            Clock clock) {
        this.caller = caller;
        this.stamps = stamps;
        this.proofs = proofs;
        this.domains = domains;
        this.booths = booths;
        this.config = config;
        this.switches = switches;
        this.clock = clock;
        this.everybody = sharing.rate("all", config.guardPressure(), MINUTE);
        this.burst = sharing.rate("burst", config.guardBurst(), MINUTE);
        this.sustained = sharing.rate("sustained", config.guardSustained(), HOUR);
        this.byDomain = sharing.rate("domain", config.guardDomain(), HOUR);
        this.byBooth = sharing.rate("booth", config.guardBooth(), HOUR);
    }

    /**
     * Whether this form may pass, or why it is to be held.
     *
     * @throws Refusal 503 while signing is paused
     */
    public Verdict judge(Attempt attempt) {
        if (switches.isOn(OffSwitch.PAUSE_SIGNING)) {
            throw Refusal.unavailable("Signing is paused for the moment. Nothing was stored; please try again later.");
        }
        if (!config.on()) {
            return Verdict.PASS;
        }
        var now = clock.instant();
        var network = caller.network().orElse("none");
        var suspicion = suspicion(attempt, network, now);
        return suspicion == null ? Verdict.PASS : new Verdict(suspicion, network);
    }

    private Suspicion suspicion(Attempt attempt, String network, Instant now) {
        if (attempt.trapped()) {
            return Suspicion.HONEYPOT;
        }
        var rule = domains.of(attempt.address().domain()).orElse(null);
        if (rule == DomainPattern.Rule.HOLD) {
            return Suspicion.DOMAIN_LISTED;
        }
        if (caller.isStaff()) {
            return null;
        }
        var booth = caller.booth().flatMap(booths::of);
        if (booth.isPresent()) {
            return byBooth.take(booth.get().id.toString(), now.toEpochMilli()) ? null : Suspicion.BOOTH_RATE;
        }
        var haste = attempt.page() ? haste(attempt, now) : null;
        return haste != null ? haste : flood(attempt, network, rule, now.toEpochMilli());
    }

    private Suspicion haste(Attempt attempt, Instant now) {
        var made = stamps.read(attempt.stamp());
        if (made.isEmpty()) {
            return Suspicion.NO_STAMP;
        }
        return now.isBefore(made.get().plus(config.guardFill())) ? Suspicion.TOO_FAST : null;
    }

    private Suspicion flood(Attempt attempt, String network, DomainPattern.Rule rule, long now) {
        boolean pressed = !everybody.take(ALL, now);
        boolean burstOver = !burst.take(network, now);
        if (!sustained.take(network, now)) {
            return Suspicion.NETWORK_RATE;
        }
        var domain = attempt.address().domain();
        if (rule != DomainPattern.Rule.ALLOW && !byDomain.take(domain, LARGE.contains(domain) ? LARGE_SHARE : 1, now)) {
            return Suspicion.DOMAIN_RATE;
        }
        if (!pressed && !burstOver && !strict()) {
            return null;
        }
        if (attempt.proof() == null || attempt.proof().isBlank()) {
            return Suspicion.NO_PROOF;
        }
        return proofs.accept(attempt.proof()) ? null : Suspicion.BAD_PROOF;
    }

    /** Whether a form from here should bring a proof of work; asked a little before one is needed. */
    boolean wantsProof() {
        var now = clock.instant().toEpochMilli();
        return config.on()
                && (strict()
                        || everybody.strained(ALL, now)
                        || caller.network().filter(n -> burst.strained(n, now)).isPresent());
    }

    private boolean strict() {
        return config.strict() || switches.isOn(OffSwitch.HARDER_PUZZLE);
    }

    @Produces
    @Singleton
    Task<Void> tidyTask() {
        return Tasks.recurring("tidy-guard", FixedDelay.of(HOUR)).execute((instance, context) -> tidy());
    }

    private void tidy() {
        var now = clock.instant();
        QuarkusTransaction.requiringNew().run(() -> {
            UsedChallenge.delete("expiresAt < ?1", now);
            Booth.delete("closesAt < ?1", now.minus(Duration.ofDays(30)));
        });
    }
}
