package org.demarche.bundle;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Prints one approved bundle, volume by volume. A volume is written beside its place, sealed, moved and recorded;
 * after a crash the run goes on at the first volume that is not recorded and whole.
 */
@ApplicationScoped
class BundleRun {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("print-bundle");

    private static final Logger LOG = Logger.getLogger(BundleRun.class);

    /** Signers in one volume: about 200 pages, which a printer takes in one go. */
    static final int VOLUME_LINES = 5_000;

    private static final int TRIES = 3;
    private static final Duration FIRST_RETRY = Duration.ofSeconds(20);

    private final SheetVolume sheets;
    private final CoverVolume cover;
    private final BundleFiles files;
    private final OrganisationSeal seal;
    private final Clock clock;

    BundleRun(SheetVolume sheets, CoverVolume cover, BundleFiles files, OrganisationSeal seal, Clock clock) {
        this.sheets = sheets;
        this.cover = cover;
        this.files = files;
        this.seal = seal;
        this.clock = clock;
    }

    @Produces
    @ApplicationScoped
    Task<Void> printTask() {
        return Tasks.oneTime(TASK)
                .onFailure(new FailureHandler.MaxRetriesFailureHandler<>(
                        TRIES, new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY)))
                .execute((instance, context) -> print(UUID.fromString(instance.getId())));
    }

    /** Prints what is not printed yet; a failure is shown on the desk and tried again by the scheduler. */
    void print(UUID id) {
        var bundle = QuarkusTransaction.requiringNew().call(() -> {
            var started = Bundle.locked(id);
            started.start();
            started.campaign.texts.size();
            return started;
        });
        try {
            int volumes = (int) Math.ceilDiv(bundle.signatures, VOLUME_LINES);
            for (int n = 1; n <= volumes; n++) {
                long from = (long) (n - 1) * VOLUME_LINES;
                int number = n;
                long to = Math.min(bundle.signatures, from + VOLUME_LINES);
                make(bundle, n, (out) -> sheets.write(bundle, number, from, to, out, progress(id)));
                QuarkusTransaction.requiringNew().run(() -> Bundle.update("linesDone = ?1 where id = ?2", to, id));
            }
            // The cover tells the pages of the other volumes, so it is printed last.
            make(bundle, 0, out -> cover.write(bundle, out));
            QuarkusTransaction.requiringNew().run(() -> Bundle.locked(id).finish(clock.instant()));
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "printing bundle %s failed", id);
            QuarkusTransaction.requiringNew()
                    .run(() -> Bundle.locked(id)
                            .fail("Printing stopped: " + e.getClass().getSimpleName()
                                    + ". It is tried again by itself; what is done is kept."));
            throw new IllegalStateException("bundle " + id, e);
        }
    }

    private java.util.function.LongConsumer progress(UUID id) {
        var last = new AtomicLong();
        return done -> {
            if (done - last.get() >= 500) {
                last.set(done);
                QuarkusTransaction.requiringNew().run(() -> Bundle.update("linesDone = ?1 where id = ?2", done, id));
            }
        };
    }

    /** Writes a volume to a path; returns its pages. */
    interface Writing {
        int to(Path draft) throws IOException;
    }

    private void make(Bundle bundle, int n, Writing writing) throws IOException {
        var volume = new Volume();
        volume.bundleId = bundle.id;
        volume.n = n;
        var recorded = QuarkusTransaction.requiringNew().call(() -> Volume.of(bundle.id, n));
        if (recorded.isPresent() && files.holds(recorded.get())) {
            return;
        }
        var draft = files.draft(bundle.id, volume.fileName());
        volume.pages = writing.to(draft);
        var sealed = files.draft(bundle.id, "sealed-" + volume.fileName());
        seal.sign(draft, sealed, "Demarche bundle " + bundle.id + ", volume " + n);
        Files.delete(draft);
        volume.sha256 = BundleFiles.sha256(sealed);
        volume.bytes = Files.size(sealed);
        files.keep(sealed, bundle.id, volume.fileName());
        volume.madeAt = clock.instant();
        QuarkusTransaction.requiringNew().run(() -> {
            Volume.delete("bundleId = ?1 and n = ?2", bundle.id, n);
            volume.persist();
        });
    }
}
