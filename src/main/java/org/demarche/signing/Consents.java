package org.demarche.signing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Language;

/** Keeps what signers were asked, word for word: a new version is recorded at the first start that says it differently. */
@ApplicationScoped
public class Consents {

    private final DemarcheConfig config;
    private final Clock clock;
    private volatile int version;

    Consents(DemarcheConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Before any form can be shown. */
    void begin(@Observes @Priority(1_000) StartupEvent started) {
        if (!config.site() && !config.desk() && !config.worker()) {
            return; // a command: it may be here to fill an empty database
        }
        try {
            version = QuarkusTransaction.requiringNew().call(this::record);
        } catch (PersistenceException another) {
            // Another node started with the same words at the same moment.
            version = QuarkusTransaction.requiringNew().call(this::record);
        }
    }

    private int record() {
        int newest = ConsentText.<ConsentText>find("order by key.version desc")
                .firstResultOptional()
                .map(text -> text.key.version())
                .orElse(0);
        if (newest > 0 && Arrays.stream(Language.values()).allMatch(language -> isAsToday(newest, language))) {
            return newest;
        }
        for (var language : Language.values()) {
            ConsentText.today(newest + 1, language, clock.instant()).persist();
        }
        ConsentText.flush();
        return newest + 1;
    }

    private boolean isAsToday(int version, Language language) {
        ConsentText stored = ConsentText.findById(new ConsentText.Key(version, language));
        return stored != null && stored.saysTheSameAs(ConsentText.today(version, language, clock.instant()));
    }

    /** The version of the words on the form. */
    int version() {
        return version;
    }

    /** What this signer was asked and said; empty where the words are not on record. */
    Map<String, Object> of(Signature signature) {
        var said = new LinkedHashMap<String, Object>();
        ConsentText text = signature.consentVersion == null
                ? null
                : ConsentText.findById(new ConsentText.Key(signature.consentVersion, signature.language));
        if (text != null) {
            said.put("version", text.key.version());
            said.put("counted", Map.of("asked", text.counted, "answer", true));
            said.put("missions", Map.of("asked", text.missions, "answer", signature.disclosure));
            said.put("named", Map.of("asked", text.named, "answer", signature.publicName));
            said.put("news", Map.of("asked", text.news, "answer", signature.news));
        }
        return said;
    }
}
