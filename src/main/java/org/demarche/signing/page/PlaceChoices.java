package org.demarche.signing.page;

import jakarta.enterprise.context.ApplicationScoped;
import org.demarche.campaign.Campaign;
import org.demarche.common.Language;
import org.demarche.mission.Countries;
import org.demarche.mission.Mission;
import org.demarche.mission.Missions;
import org.demarche.mission.Regions;

/** The places that a form offers, in the reader's words. */
@ApplicationScoped
class PlaceChoices {

    private final Missions missions;
    private final Regions regions;

    PlaceChoices(Missions missions, Regions regions) {
        this.missions = missions;
        this.regions = regions;
    }

    /** All countries; the parts only of those where the campaign's missions divide a country between them. */
    Places of(Campaign campaign, Language language) {
        return new Places(
                Countries.all(language).stream()
                        .map(c -> new Places.Choice(c.code(), c.name()))
                        .toList(),
                campaign.missions.stream()
                        .flatMap(code -> missions.byCode(code).stream())
                        .map(Mission::hostCountry)
                        .distinct()
                        .filter(country -> !regions.of(country).isEmpty())
                        .map(country -> new Places.Regions(
                                country,
                                Countries.name(country, language),
                                regions.choices(country, language).stream()
                                        .map(r -> new Places.Choice(r.code(), r.name()))
                                        .toList()))
                        .toList());
    }
}
