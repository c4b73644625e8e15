package org.demarche.bundle.carry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.demarche.bundle.Bundle;
import org.demarche.bundle.BundleConfig;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Refusal;
import org.demarche.common.Text;
import org.demarche.common.Token;

/** Makes links for coordinators, takes them back, and finds what they open. */
@ApplicationScoped
public class CarryLinks {

    private static final int NAME_MAX = 120;

    private final BundleConfig settings;
    private final DemarcheConfig config;
    private final Clock clock;
    private final Event<Audited> audit;

    CarryLinks(BundleConfig settings, DemarcheConfig config, Clock clock, Event<Audited> audit) {
        this.settings = settings;
        this.config = config;
        this.clock = clock;
        this.audit = audit;
    }

    /** @param url shown once; it cannot be found again */
    public record Made(CarryLink link, String url) {}

    /** A link to a finished bundle, for somebody whose name is shown on it. */
    @Transactional
    public Made make(String slug, UUID id, String madeFor, String actor) {
        var bundle = Bundle.named(slug, id);
        bundle.requireDone();
        var name = Text.line(madeFor);
        if (name.isEmpty() || Text.length(name) > NAME_MAX || Text.hasControls(madeFor)) {
            throw new BadInput("for", "who carries it, at most " + NAME_MAX + " characters");
        }
        var token = Token.random();
        var link = new CarryLink();
        link.id = UUID.randomUUID();
        link.bundle = bundle;
        link.tokenHash = token.hash();
        link.madeFor = name;
        link.madeBy = actor;
        link.madeAt = clock.instant();
        link.expiresAt = link.madeAt.plus(settings.bundleLinkFor());
        link.persist();
        audit.fire(new Audited(actor, "bundle.link", id.toString(), slug + ", link " + link.id));
        return new Made(link, config.baseUrl() + "/carry/" + token.value());
    }

    /** Takes a link back; once more is no error. */
    @Transactional
    public void revoke(String slug, UUID id, UUID link, String actor) {
        var bundle = Bundle.named(slug, id);
        var found = CarryLink.<CarryLink>find("id = ?1 and bundle = ?2", link, bundle)
                .firstResultOptional()
                .orElseThrow(() -> Refusal.unknown("There is no such link to this bundle."));
        if (found.revokedAt == null) {
            found.revokedAt = clock.instant();
            audit.fire(new Audited(actor, "bundle.unlink", id.toString(), slug + ", link " + link));
        }
    }

    /** @throws Refusal 404 where it is unknown, expired or taken back: all three look the same */
    CarryLink opening(String token) {
        return CarryLink.of(new Token(token))
                .filter(link -> link.opens(clock.instant()))
                .orElseThrow(() -> Refusal.unknown("This link is unknown or no longer works."));
    }
}
