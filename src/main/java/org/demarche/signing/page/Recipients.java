package org.demarche.signing.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.demarche.campaign.Campaign;
import org.demarche.common.Language;
import org.demarche.common.page.Wording;
import org.demarche.mission.Countries;
import org.demarche.mission.Mission;
import org.demarche.mission.MissionType;
import org.demarche.mission.Missions;

/** Whom a campaign's sheets go to, in words. */
@ApplicationScoped
class Recipients {

    private final Missions missions;

    Recipients(Missions missions) {
        this.missions = missions;
    }

    /** The missions as one phrase; in full where they are not the embassy and consulates of one country. */
    String phrase(Campaign campaign, Language language) {
        var all = of(campaign);
        var separator = language == Language.JA || language == Language.ZH_HANS ? "、" : ", ";
        var embassies = of(all, MissionType.EMBASSY);
        var consulates = of(all, MissionType.CONSULATE_GENERAL);
        boolean oneCountry = all.stream().map(Mission::sendingState).distinct().count() == 1;
        if (!oneCountry || embassies.size() != 1 || consulates.size() + 1 != all.size() || consulates.isEmpty()) {
            return all.stream().map(m -> m.nameIn(language)).collect(Collectors.joining(separator));
        }
        var words = Wording.of(CampaignMessages.class, language);
        var country = Countries.name(embassies.getFirst().sendingState(), language);
        return words.both(
                words.embassy(country, embassies.getFirst().city(language)),
                words.consulates(
                        country,
                        consulates.stream().map(m -> m.city(language)).collect(Collectors.joining(separator))));
    }

    private List<Mission> of(Campaign campaign) {
        return campaign.missions.stream()
                .flatMap(code -> missions.byCode(code).stream())
                .toList();
    }

    private static List<Mission> of(List<Mission> all, MissionType type) {
        return all.stream().filter(m -> m.type() == type).toList();
    }
}
