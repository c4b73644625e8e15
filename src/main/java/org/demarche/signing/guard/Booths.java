package org.demarche.signing.guard;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.Refusal;
import org.demarche.common.Text;
import org.demarche.common.Token;

/** Opens booths: their link lets a device sign for many, for some hours. */
@ApplicationScoped
public class Booths {

    /** Holds the booth's token on a device. */
    static final String COOKIE = "booth";

    /** A booth and the token of its link, which is shown once. */
    public record Opened(Booth booth, Token token) {}

    private record Known(Map<String, Booth> byHash, Instant until) {}

    private static final Duration KNOWN_FOR = Duration.ofSeconds(5);
    private static final Duration OPEN_MAX = Duration.ofHours(24);
    private static final int PLACE_MAX = 60;

    private final Clock clock;
    private final Event<Audited> audit;
    private volatile Known known = new Known(Map.of(), Instant.MIN);

    Booths(Clock clock, Event<Audited> audit) {
        this.clock = clock;
        this.audit = audit;
    }

    /** The open booth of a token. */
    Optional<Booth> of(String token) {
        var now = clock.instant();
        if (!now.isBefore(known.until)) {
            var fresh = QuarkusTransaction.joiningExisting()
                    .call(() -> Booth.open(now).stream().collect(Collectors.toMap(b -> hex(b.tokenHash), b -> b)));
            known = new Known(fresh, now.plus(KNOWN_FOR));
        }
        return Optional.ofNullable(known.byHash.get(hex(new Token(token).hash())))
                .filter(booth -> now.isBefore(booth.closesAt));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    @Transactional
    public Opened open(String campaign, String place, int hours, String actor) {
        var where = Text.line(place);
        if (where.isEmpty() || Text.length(where) > PLACE_MAX || Text.hasControls(place)) {
            throw new BadInput("place", "say where, in up to " + PLACE_MAX + " characters");
        }
        if (hours < 1 || hours > OPEN_MAX.toHours()) {
            throw new BadInput("hours", "from 1 to " + OPEN_MAX.toHours());
        }
        var token = Token.random();
        var booth = new Booth();
        booth.id = UUID.randomUUID();
        booth.tokenHash = token.hash();
        booth.campaign = campaign;
        booth.place = where;
        booth.openedBy = actor;
        booth.openedAt = clock.instant();
        booth.closesAt = booth.openedAt.plus(Duration.ofHours(hours));
        booth.persist();
        audit.fire(new Audited(actor, "guard.booth.open", campaign, "for " + hours + " hours"));
        known = new Known(known.byHash, Instant.MIN);
        return new Opened(booth, token);
    }

    @Transactional
    public void close(UUID id, String actor) {
        var booth = Booth.<Booth>findByIdOptional(id).orElseThrow(() -> Refusal.unknown("There is no such booth."));
        booth.closesAt = clock.instant();
        audit.fire(new Audited(actor, "guard.booth.close", booth.campaign, null));
        known = new Known(known.byHash, Instant.MIN);
    }
}
