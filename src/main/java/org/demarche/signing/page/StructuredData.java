package org.demarche.signing.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.arc.Arc;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.common.DemarcheConfig;

/** What a campaign's page says to machines (schema.org, as JSON-LD): data, which no policy against scripts concerns. */
@TemplateExtension
final class StructuredData {

    private static final JsonMapper JSON = new JsonMapper();

    private StructuredData() {}

    static RawString structured(CampaignView view) {
        var base = Arc.container().instance(DemarcheConfig.class).get().baseUrl();
        var said = new TreeMap<String, Object>(Map.of(
                "@context",
                "https://schema.org",
                "@type",
                "WebPage",
                "name",
                view.title().text(),
                "description",
                view.summary().text(),
                "inLanguage",
                view.page().tag(),
                "url",
                base + "/campaigns/" + view.slug() + "?lang=" + view.page().tag(),
                "publisher",
                Map.of("@type", "Organization", "name", view.page().letterhead().name(), "url", base)));
        try {
            // Nothing in it can end the element that holds it.
            return new RawString(JSON.writeValueAsString(said).replace("<", "\\u003c"));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
