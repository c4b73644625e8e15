package org.demarche.signing.register;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.demarche.privacy.Locked;
import org.demarche.privacy.Vault;
import org.demarche.signing.Signature;
import org.jboss.logging.Logger;

/** Gives signatures from before names could be found their index; new ones bring it with them. */
@ApplicationScoped
class NameIndexing {

    private static final Logger LOG = Logger.getLogger(NameIndexing.class);
    private static final UUID FIRST = new UUID(0, 0);
    private static final int SLICE = 200;

    private final Vault vault;

    NameIndexing(Vault vault) {
        this.vault = vault;
    }

    @Produces
    @Singleton
    Task<Void> indexTask() {
        return Tasks.recurring("index-names", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> run());
    }

    void run() {
        for (var after = FIRST; after != null; ) {
            var from = after;
            after = QuarkusTransaction.requiringNew().call(() -> slice(from));
        }
    }

    /** The last id of the slice; null where there is none. */
    private UUID slice(UUID after) {
        List<Signature> slice = Signature.<Signature>find(
                        "nameIndex is null and sealedPerson is not null and id > ?1 order by id", after)
                .page(0, SLICE)
                .list();
        for (var signature : slice) {
            try {
                signature.indexName(signature.person(vault), vault);
            } catch (Locked closed) {
                LOG.debugf("signature %s cannot be opened here", signature.id);
            }
        }
        return slice.isEmpty() ? null : slice.getLast().id;
    }
}
