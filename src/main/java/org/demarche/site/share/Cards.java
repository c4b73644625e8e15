package org.demarche.site.share;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.CampaignState;
import org.demarche.campaign.Tally;
import org.demarche.common.Language;
import org.demarche.common.page.Spoken;
import org.demarche.common.page.Wording;
import org.demarche.letter.Organisation;
import org.demarche.switches.OffSwitch;
import org.demarche.switches.Switches;

/** The cards of all campaigns, each drawn anew when it has grown old; a count stands there with its day, so it stays true. */
@ApplicationScoped
class Cards {

    private static final Duration FRESH = Duration.ofMinutes(10);

    /** Some 40 kB each: so many are kept, and then all are forgotten. */
    private static final int KEPT_MAX = 200;

    private record Key(String slug, Language language, boolean counted) {}

    private record Drawn(byte[] png, Instant at) {}

    private final Map<Key, Drawn> drawn = new ConcurrentHashMap<>();
    private final Organisation organisation;
    private final Tally tally;
    private final Switches switches;
    private final Clock clock;

    Cards(Organisation organisation, Tally tally, Switches switches, Clock clock) {
        this.organisation = organisation;
        this.tally = tally;
        this.switches = switches;
        this.clock = clock;
    }

    byte[] of(Campaign campaign, Language language) {
        var now = clock.instant();
        if (drawn.size() > KEPT_MAX) {
            drawn.clear();
        }
        return drawn.compute(
                        new Key(campaign.slug, language, !switches.isOn(OffSwitch.HIDE_COUNTS)),
                        (key, before) ->
                                before != null && before.at().plus(FRESH).isAfter(now)
                                        ? before
                                        : new Drawn(draw(campaign, language, now), now))
                .png();
    }

    private byte[] draw(Campaign campaign, Language language, Instant now) {
        var spoken = new Spoken(language, campaign.zoneId());
        var words = Wording.of(ShareMessages.class, language);
        var standing = new ArrayList<String>();
        var count = tally.count(campaign.id).signatures();
        if (count > 0 && !switches.isOn(OffSwitch.HIDE_COUNTS)) {
            standing.add(words.cardCount(spoken.tally(count), spoken.day(now)));
        }
        if (campaign.takesSignatures(now)) {
            campaign.closing().ifPresent(closing -> standing.add(words.cardUntil(spoken.day(closing))));
        } else if (campaign.state != CampaignState.SCHEDULED) {
            campaign.closing().ifPresent(closing -> standing.add(words.closedOn(spoken.day(closing))));
        }
        return Card.png(language, campaign.text(language).title(), organisation.name(language), standing);
    }
}
