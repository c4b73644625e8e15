package org.demarche.staff.webhook;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.demarche.privacy.Vault;
import org.jboss.logging.Logger;

/** Makes the calls that are due; one that fails waits and never stops the others. */
@ApplicationScoped
class WebhookRun {

    private static final Logger LOG = Logger.getLogger(WebhookRun.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int AT_ONCE = 50;
    /** What was told long ago helps nobody. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final Sender sender;
    private final Vault vault;
    private final WebhookConfig config;
    private final Clock clock;

    WebhookRun(Sender sender, Vault vault, WebhookConfig config, Clock clock) {
        this.sender = sender;
        this.vault = vault;
        this.config = config;
        this.clock = clock;
    }

    @Produces
    @Singleton
    Task<Void> callTask() {
        return Tasks.recurring("call-webhooks", FixedDelay.of(EVERY)).execute((instance, context) -> run());
    }

    void run() {
        var now = clock.instant();
        List<UUID> due = QuarkusTransaction.requiringNew().call(() -> {
            WebhookCall.delete("madeAt < ?1", now.minus(KEPT));
            return WebhookCall.<WebhookCall>find(
                            "state = ?1 and dueAt <= ?2 order by dueAt", WebhookCall.State.WAITING, now)
                    .page(0, AT_ONCE)
                    .stream()
                    .map(call -> call.id)
                    .toList();
        });
        due.forEach(this::call);
    }

    /** No transaction is open while the other side thinks: the task runs on one node at a time, so nobody else calls. */
    private void call(UUID id) {
        record Ready(WebhookCall call, String url, String secret) {}
        var ready = QuarkusTransaction.requiringNew().call(() -> {
            WebhookCall call = WebhookCall.findById(id);
            return call == null
                    ? null
                    : new Ready(
                            call,
                            call.webhook.url,
                            vault.openText(call.webhook.secretSealed, Webhook.context(call.webhook.id)));
        });
        if (ready == null) {
            return;
        }
        var status = 0;
        String failure = null;
        try {
            var to = Destination.of(ready.url(), config.webhooksInside());
            status = sender.send(to, ready.secret(), ready.call(), clock.instant());
        } catch (Destination.Refused refused) {
            failure = refused.getMessage();
        } catch (ExecutionException | TimeoutException away) {
            LOG.debugf(away, "webhook call %s failed", id);
            failure = "no answer";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        }
        record(id, status, failure);
    }

    private void record(UUID id, int status, String failure) {
        QuarkusTransaction.requiringNew().run(() -> {
            WebhookCall call = WebhookCall.findById(id, LockModeType.PESSIMISTIC_WRITE);
            if (call == null) {
                return;
            }
            if (failure == null) {
                call.answered(status, clock.instant());
            } else {
                call.failed(failure, clock.instant());
            }
        });
    }
}
