package org.demarche.letter.organisation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.common.Audited;
import org.demarche.common.Language;
import org.demarche.common.database.Remembered;
import org.demarche.common.page.PagesChanged;
import org.demarche.letter.Organisation;
import org.demarche.mail.SenderName;

/** Keeps what the desk says of the organisation, and lays it over the file on every node within seconds. */
@ApplicationScoped
public class OrganisationFacts implements SenderName {

    private static final Duration EVERY = Duration.ofSeconds(3);

    private final Organisation organisation;
    private final Event<Audited> audit;
    private final Remembered<Map<Language, Map<String, String>>> changed;

    OrganisationFacts(Organisation organisation, Event<Audited> audit, Event<PagesChanged> pages) {
        this.organisation = organisation;
        this.audit = audit;
        this.changed =
                new Remembered<>("organisation", EVERY, this::read, Map.of(), () -> pages.fire(new PagesChanged()));
    }

    void start(@Observes @Priority(4_100) StartupEvent started) {
        changed.start();
    }

    void stop(@Observes ShutdownEvent ended) throws InterruptedException {
        changed.stop();
    }

    private Map<Language, Map<String, String>> read() {
        var facts = new EnumMap<Language, Map<String, String>>(Language.class);
        OrganisationFact.<OrganisationFact>listAll()
                .forEach(fact -> facts.computeIfAbsent(Language.of(fact.language), l -> new LinkedHashMap<>())
                        .put(fact.field, fact.text));
        organisation.say(facts);
        return facts;
    }

    @Override
    public String chosen() {
        return organisation.facts(Language.EN).getOrDefault(Field.SENDER.key(), "");
    }

    /** What stands now, by language tag and field: the file with the desk's changes over it. */
    Map<String, Map<String, String>> now() {
        var all = new TreeMap<String, Map<String, String>>();
        for (var language : Language.values()) {
            all.put(language.tag(), organisation.facts(language));
        }
        return all;
    }

    /** Stores what differs from the present; the trail names the fields and not what they say. */
    void save(Map<String, Map<String, String>> wanted, String actor) {
        var present = now();
        var fields = QuarkusTransaction.requiringNew().call(() -> {
            var named = wanted.entrySet().stream()
                    .flatMap(language -> language.getValue().entrySet().stream()
                            .filter(e -> !e.getValue()
                                    .equals(present.get(language.getKey()).getOrDefault(e.getKey(), "")))
                            .map(e -> {
                                store(language.getKey(), e.getKey(), e.getValue());
                                return language.getKey() + "." + e.getKey();
                            }))
                    .toList();
            if (!named.isEmpty()) {
                audit.fire(new Audited(actor, "organisation.change", "organisation", shortened(named)));
            }
            return named;
        });
        if (!fields.isEmpty()) {
            changed.look();
        }
    }

    private static String shortened(List<String> fields) {
        var text = String.join(", ", fields);
        return text.length() > 900 ? fields.size() + " fields" : text;
    }

    private static void store(String language, String field, String text) {
        var fact = OrganisationFact.<OrganisationFact>findByIdOptional(new OrganisationFact.Key(language, field))
                .orElseGet(() -> {
                    var fresh = new OrganisationFact();
                    fresh.language = language;
                    fresh.field = field;
                    return fresh;
                });
        fact.text = text;
        fact.persist();
    }
}
