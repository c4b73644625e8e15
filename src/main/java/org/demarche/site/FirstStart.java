package org.demarche.site;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.demarche.campaign.Campaign;
import org.demarche.campaign.CampaignForm;
import org.demarche.campaign.CampaignMode;
import org.demarche.campaign.Campaigns;
import org.demarche.common.DemarcheConfig;
import org.jboss.logging.Logger;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Gives a new installation one open campaign, so that the site is alive at once. A campaign is data: delete it freely. */
@ApplicationScoped
class FirstStart {

    private static final Logger LOG = Logger.getLogger(FirstStart.class);
    private static final String FILE = "first-start/campaign.yaml";
    private static final String ACTOR = "system";

    /** The list closes some days before the letters are carried, so that the bundles can be printed. */
    private static final int DAYS_TO_PRINT = 4;

    private final Campaigns campaigns;
    private final DemarcheConfig config;
    private final Clock clock;

    FirstStart(Campaigns campaigns, DemarcheConfig config, Clock clock) {
        this.campaigns = campaigns;
        this.config = config;
        this.clock = clock;
    }

    /** After letters and missions, before jobs. */
    @Transactional
    void begin(@Observes @Priority(4_000) StartupEvent started) {
        if (!config.desk() || Campaign.count() > 0) {
            return;
        }
        var form = form(read(), clock.instant());
        campaigns.create(form, ACTOR);
        campaigns.open(form.slug(), ACTOR);
        LOG.infof("First start: campaign %s is open at %s", form.slug(), config.baseUrl());
    }

    private static Map<String, Object> read() {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static CampaignForm form(Map<String, Object> file, Instant now) {
        var zone = ZoneId.of((String) file.get("zone"));
        var occasion = nextOccasion(MonthDay.of((int) file.get("month"), (int) file.get("day")), zone, now);
        return new CampaignForm(
                (String) file.get("slug"),
                (String) file.get("letter"),
                (Map<String, String>) file.get("title"),
                (Map<String, String>) file.get("summary"),
                (Map<String, String>) file.get("occasion"),
                (Integer) file.get("goal"),
                zone.getId(),
                now,
                closing(occasion, zone),
                (List<String>) file.get("missions"),
                CampaignMode.BOTH,
                (String) file.get("language"),
                occasion);
    }

    private static LocalDate nextOccasion(MonthDay day, ZoneId zone, Instant now) {
        var thisYear = day.atYear(now.atZone(zone).getYear());
        return closing(thisYear, zone).isAfter(now) ? thisYear : thisYear.plusYears(1);
    }

    private static Instant closing(LocalDate occasion, ZoneId zone) {
        return occasion.minusDays(DAYS_TO_PRINT)
                .atTime(LocalTime.of(23, 59))
                .atZone(zone)
                .toInstant();
    }
}
