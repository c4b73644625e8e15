package org.demarche.signing.letters;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.demarche.campaign.Campaign;
import org.demarche.mission.Mission;
import org.demarche.mission.Missions;

/** Which of a campaign's missions an own letter goes to. */
@ApplicationScoped
public class Responsible {

    private final Missions missions;

    Responsible(Missions missions) {
        this.missions = missions;
    }

    /** The mission named in the form, else the one that answers for the place; empty where that is none of ours. */
    public Optional<Mission> to(Campaign campaign, OwnLetterForm form) {
        return given(form.mission())
                ? missions.byCode(form.mission().strip()).filter(m -> campaign.missions.contains(m.code()))
                : forPlace(
                        campaign, form.signature().country(), form.signature().region());
    }

    /** The mission that answers for a place that is known to exist; empty where none of the campaign's does. */
    public Optional<Mission> forPlace(Campaign campaign, String country, String region) {
        if (!given(country)) {
            return Optional.empty();
        }
        return all(campaign).stream()
                .map(Mission::sendingState)
                .distinct()
                .flatMap(state ->
                        missions.responsible(state, country.strip(), given(region) ? region.strip() : null).stream())
                .filter(mission -> campaign.missions.contains(mission.code()))
                .findFirst();
    }

    private List<Mission> all(Campaign campaign) {
        return campaign.missions.stream()
                .flatMap(code -> missions.byCode(code).stream())
                .toList();
    }

    private static boolean given(String value) {
        return value != null && !value.isBlank();
    }
}
