package org.demarche.staff.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.Refusal;
import org.demarche.common.Token;
import org.demarche.privacy.Scopes;
import org.demarche.privacy.Vault;

/** Who is told of what; a call is written down in the transaction of the deed, and made afterwards. */
@ApplicationScoped
public class Webhooks {

    private static final int CALLS_SHOWN = 50;

    private final Vault vault;
    private final WebhookConfig config;
    private final ObjectMapper json;
    private final Clock clock;
    private final Event<Audited> audit;

    Webhooks(Vault vault, WebhookConfig config, ObjectMapper json, Clock clock, Event<Audited> audit) {
        this.vault = vault;
        this.config = config;
        this.json = json;
        this.clock = clock;
        this.audit = audit;
    }

    /** Who did it and why stays in the house: a name there is a person. */
    @Transactional
    void note(@Observes Audited deed) {
        Topic.of(deed.action())
                .ifPresent(topic -> Webhook.<Webhook>listAll().stream()
                        .filter(hook -> hook.hears(topic))
                        .forEach(hook -> queue(hook, deed.action(), deed.subject())));
    }

    private void queue(Webhook hook, String event, String subject) {
        var now = clock.instant();
        var call = new WebhookCall();
        call.id = UUID.randomUUID();
        call.webhook = hook;
        call.event = event;
        call.body = body(call.id, event, subject, now);
        call.state = WebhookCall.State.WAITING;
        call.madeAt = now;
        call.dueAt = now;
        call.persist();
    }

    private String body(UUID id, String event, String subject, Instant now) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("id", id.toString());
        fields.put("event", event);
        fields.put("subject", subject == null ? "" : subject);
        fields.put("at", now.toString());
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Transactional
    List<Webhook> all() {
        return Webhook.list("order by madeAt");
    }

    /** The newest calls. */
    @Transactional
    List<WebhookCall> calls() {
        return WebhookCall.<WebhookCall>find("order by madeAt desc")
                .page(0, CALLS_SHOWN)
                .list();
    }

    /** @return the secret by which the other side knows our calls; shown once and sealed */
    @Transactional
    String add(String url, List<String> topics, String actor) {
        try {
            Destination.parsed(url, config.webhooksInside());
        } catch (Destination.Refused refused) {
            throw new BadInput("url", refused.getMessage());
        }
        Set<String> known = topics.stream()
                .flatMap(tag -> Topic.find(tag).stream())
                .map(Topic::tag)
                .collect(Collectors.toUnmodifiableSet());
        if (url.length() > 500) {
            throw new BadInput("url", "At most 500 characters.");
        }
        if (known.isEmpty()) {
            throw new BadInput("topics", "Choose what to tell.");
        }
        var secret = "whsec_" + Token.random().value();
        var hook = new Webhook();
        hook.id = UUID.randomUUID();
        hook.url = url;
        hook.topics = known.stream().sorted().collect(Collectors.joining(" "));
        hook.secretSealed = vault.seal(Scopes.ORGANISATION, secret, Webhook.context(hook.id));
        hook.madeBy = actor;
        hook.madeAt = clock.instant();
        hook.persist();
        audit.fire(new Audited(actor, "webhook.add", hook.id.toString(), hook.topics));
        return secret;
    }

    @Transactional
    void remove(UUID id, String actor) {
        named(id).delete();
        audit.fire(new Audited(actor, "webhook.remove", id.toString(), null));
    }

    /** Tells one address that somebody tries it out. */
    @Transactional
    void test(UUID id, String actor) {
        queue(named(id), "webhook.test", id.toString());
        audit.fire(new Audited(actor, "webhook.test", id.toString(), null));
    }

    private static Webhook named(UUID id) {
        return Webhook.<Webhook>findByIdOptional(id).orElseThrow(() -> Refusal.unknown("There is no such webhook."));
    }
}
