package org.demarche.bundle.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.Map;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Language;
import org.demarche.common.page.Spoken;
import org.demarche.common.page.Wording;
import org.demarche.mission.Missions;
import org.demarche.signing.news.News;
import org.demarche.signing.news.NewsUpdate;

/** Prepares what the signers who asked for news are told of a handover; a second person reads it before it leaves. */
@ApplicationScoped
public class HandoverNews {

    private static final int SUBJECT_MAX = 150;

    private final News news;
    private final Missions missions;
    private final DemarcheConfig config;

    HandoverNews(News news, Missions missions, DemarcheConfig config) {
        this.news = news;
        this.missions = missions;
        this.config = config;
    }

    /** Asks for an update in every language; it waits to be approved as any other. */
    @Transactional
    public NewsUpdate ask(Handover handover, String actor) {
        Map<Language, NewsUpdate.Words> texts = new EnumMap<>(Language.class);
        for (var language : Language.values()) texts.put(language, words(handover, language));
        return news.ask(handover.bundle.campaign.slug, texts, actor);
    }

    private NewsUpdate.Words words(Handover handover, Language language) {
        var words = Wording.of(HandoverMessages.class, language);
        var campaign = handover.bundle.campaign;
        var spoken = new Spoken(language, campaign.zoneId());
        var mission = missions.byCode(handover.bundle.missionCode)
                .map(m -> m.nameIn(language))
                .orElse(handover.bundle.missionCode);
        var outcome = switch (handover.outcome) {
            case ACCEPTED -> words.accepted();
            case REFUSED -> words.refused();
            case RETURNED -> words.returned();
            case LEFT -> words.left();
        };
        var went = words.went(
                spoken.day(handover.at),
                mission,
                campaign.text(language).title(),
                spoken.number(handover.bundle.carried()));
        var record =
                words.record(config.baseUrl() + "/campaigns/" + campaign.slug + "/deliveries?lang=" + language.tag());
        var subject = words.subject(mission);
        return new NewsUpdate.Words(
                subject.substring(0, Math.min(SUBJECT_MAX, subject.length())),
                went + "\n\n" + outcome + "\n\n" + record);
    }
}
