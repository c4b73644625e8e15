package org.demarche.signing.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.demarche.common.Language;

/** Each campaign's page as it was last laid out, without what anybody typed: for the time in which nothing can be read. */
@ApplicationScoped
class SeenCampaigns {

    /** Some 50 kB each: so many are kept, and then all are forgotten. */
    private static final int KEPT_MAX = 100;

    private record Key(String slug, Language language) {}

    private final Map<Key, CampaignView> seen = new ConcurrentHashMap<>();

    CampaignView remember(CampaignView view) {
        if (seen.size() >= KEPT_MAX) {
            seen.clear();
        }
        var language = view.page().language();
        seen.put(new Key(view.slug(), language), view.with(SignFormView.empty(language, null)));
        return view;
    }

    Optional<CampaignView> of(String slug, Language language) {
        return Optional.ofNullable(seen.get(new Key(slug, language)));
    }
}
