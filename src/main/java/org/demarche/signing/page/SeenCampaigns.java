package org.demarche.signing.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.demarche.common.Language;

/** Each campaign's pages as they were last laid out, without what anybody typed: for the time in which nothing can be read. */
@ApplicationScoped
class SeenCampaigns {

    /** Some 50 kB each: so many of a kind are kept, and then all are forgotten. */
    private static final int KEPT_MAX = 100;

    private record Key(String slug, Language language) {}

    private final Map<Key, CampaignView> campaigns = new ConcurrentHashMap<>();
    private final Map<Key, LetterWriterView> writers = new ConcurrentHashMap<>();

    CampaignView remember(CampaignView view) {
        var language = view.page().language();
        return put(campaigns, view.slug(), language, view.with(SignFormView.empty(language, null)), view);
    }

    LetterWriterView remember(LetterWriterView view) {
        var language = view.page().language();
        return put(writers, view.slug(), language, view.unread(SignFormView.empty(language, null)), view);
    }

    private static <V> V put(Map<Key, V> seen, String slug, Language language, V kept, V view) {
        if (seen.size() >= KEPT_MAX) {
            seen.clear();
        }
        seen.put(new Key(slug, language), kept);
        return view;
    }

    Optional<CampaignView> of(String slug, Language language) {
        return Optional.ofNullable(campaigns.get(new Key(slug, language)));
    }

    Optional<LetterWriterView> writer(String slug, Language language) {
        return Optional.ofNullable(writers.get(new Key(slug, language)));
    }
}
