package org.demarche.campaign.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.demarche.campaign.Campaign;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.Refusal;

/** Makes short links and follows them. */
@ApplicationScoped
public class ShortLinks {

    /** As the sign form takes a source. */
    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9._-]{1,80}");

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,29}");
    /** Without what is mistaken for something else on a poster: 0 and o, 1 and l and i. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clock clock;
    private final Event<Audited> audit;

    ShortLinks(Clock clock, Event<Audited> audit) {
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional
    List<ShortLink> of(String slug) {
        return ShortLink.ofCampaign(Campaign.named(slug));
    }

    /**
     * Makes one.
     *
     * @param wanted the word after {@code /go/}; empty for six signs of chance
     */
    @Transactional
    void make(String slug, String source, String wanted, String actor) {
        if (!SOURCE.matcher(source).matches()) {
            throw new BadInput("source", "Letters, digits, dots and hyphens without blanks, such as poster-shinjuku.");
        }
        var code = wanted.isEmpty() ? chance() : wanted;
        if (!CODE.matcher(code).matches()) {
            throw new BadInput("code", "2 to 30 small letters, digits and hyphens; or leave it empty.");
        }
        if (ShortLink.findById(code) != null) {
            throw new BadInput("code", "This word is taken by another link.");
        }
        var link = new ShortLink();
        link.code = code;
        link.campaign = Campaign.named(slug);
        link.source = source;
        link.madeBy = actor;
        link.madeAt = clock.instant();
        link.persist();
        audit.fire(new Audited(actor, "link.make", slug, "/go/" + code + " for " + source));
    }

    @Transactional
    void remove(String slug, String code, String actor) {
        if (ShortLink.delete("code = ?1 and campaign = ?2", code, Campaign.named(slug)) == 0) {
            throw Refusal.unknown("There is no such link.");
        }
        audit.fire(new Audited(actor, "link.remove", slug, "/go/" + code));
    }

    /** Where a code leads; empty for an unknown one and for a campaign that is not public yet. */
    @Transactional
    Optional<String> target(String code) {
        return ShortLink.<ShortLink>findByIdOptional(code)
                .filter(link -> link.campaign.state.isPublic())
                .map(ShortLink::target);
    }

    private static String chance() {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.toString();
    }
}
