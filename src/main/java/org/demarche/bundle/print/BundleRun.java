package org.demarche.bundle.print;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.demarche.bundle.Bundle;
import org.demarche.bundle.BundleFiles;
import org.demarche.bundle.BundleLines;
import org.demarche.bundle.BundleState;
import org.demarche.bundle.Bundles;
import org.demarche.bundle.OrganisationSeal;
import org.demarche.bundle.Volume;
import org.demarche.privacy.Scopes;
import org.jboss.logging.Logger;

/**
 * Prints one approved bundle, volume by volume. A volume is sealed, encrypted beside its place, moved and
 * recorded; after a crash the run goes on at the first volume that is not recorded and whole.
 */
@ApplicationScoped
class BundleRun {

    private static final Logger LOG = Logger.getLogger(BundleRun.class);

    /** A guess that spares most of the copying while a volume grows. */
    private static final int VOLUME_BYTES = 4 << 20;

    private static final int REPORT_LINES = 100;

    private static final int TRIES = 3;
    private static final Duration FIRST_RETRY = Duration.ofSeconds(20);

    private final List<VolumeWriter> writers;
    private final CoverVolume cover;
    private final BundleLines lines;
    private final BundleFiles files;
    private final OrganisationSeal seal;
    private final Clock clock;

    BundleRun(
            SheetVolume sheets,
            LetterVolume letters,
            CoverVolume cover,
            BundleLines lines,
            BundleFiles files,
            OrganisationSeal seal,
            Clock clock) {
        this.writers = List.of(sheets, letters);
        this.cover = cover;
        this.lines = lines;
        this.files = files;
        this.seal = seal;
        this.clock = clock;
    }

    @Produces
    @Singleton
    Task<Void> printTask() {
        return Tasks.oneTime(Bundles.PRINTING)
                .onFailure(new FailureHandler.MaxRetriesFailureHandler<>(
                        TRIES, new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY)))
                .execute((instance, context) -> print(UUID.fromString(instance.getId())));
    }

    /** Prints what is not printed yet; a failure is shown on the desk and tried again by the scheduler. */
    void print(UUID id) {
        var started = QuarkusTransaction.requiringNew().call(() -> start(id));
        if (started.isEmpty()) return;
        try {
            print(started.get());
        } catch (Stopped cancelled) {
            // What was being written when it was cancelled.
            files.delete(id);
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "printing bundle %s failed", id);
            QuarkusTransaction.requiringNew()
                    .run(() -> Bundle.locked(id).fail(StoppedFor.of(e).sentence()));
            throw new IllegalStateException("bundle " + id, e);
        }
    }

    /** The bundle with everything that is read outside a transaction; empty where it is no longer wanted. */
    private Optional<Bundle> start(UUID id) {
        var bundle = Bundle.locked(id);
        if (!bundle.start(clock.instant())) return Optional.empty();
        bundle.campaign.texts.size();
        return Optional.of(bundle);
    }

    private void print(Bundle bundle) throws IOException {
        var writer = writers.stream()
                .filter(w -> w.content() == bundle.content)
                .findFirst()
                .orElseThrow();
        int size = bundle.content.volumeLines();
        int volumes = bundle.content.volumes(bundle.signatures);
        boolean anew = false;
        for (int n = 1; n <= volumes; n++) {
            long from = (long) (n - 1) * size;
            long to = Math.min(bundle.signatures, from + size);
            int number = n;
            anew |= make(bundle, n, out -> writer.write(bundle, number, from, to, out, progress(bundle.id, from)));
            report(bundle.id, to);
        }
        // The cover tells what the other volumes hold, so it is printed last, and again after any of them.
        if (anew) QuarkusTransaction.requiringNew().run(() -> Volume.delete("bundleId = ?1 and n = 0", bundle.id));
        make(bundle, 0, out -> cover.write(bundle, out));
        QuarkusTransaction.requiringNew()
                .run(() -> Bundle.locked(bundle.id).finish(lines.leftOut(bundle.id), clock.instant()));
    }

    private LongConsumer progress(UUID id, long from) {
        var last = new AtomicLong(from);
        return done -> {
            if (done - last.get() >= REPORT_LINES) {
                last.set(done);
                report(id, done);
            }
        };
    }

    private static void report(UUID id, long done) {
        int running = QuarkusTransaction.requiringNew()
                .call(() ->
                        Bundle.update("linesDone = ?1 where id = ?2 and state = ?3", done, id, BundleState.RUNNING));
        if (running == 0) throw new Stopped();
    }

    /** Somebody cancelled the bundle while it was being made. */
    private static final class Stopped extends RuntimeException {}

    interface Writing {
        Printed to(OutputStream out) throws IOException;
    }

    /** Whether it had to be made. */
    private boolean make(Bundle bundle, int n, Writing writing) throws IOException {
        var volume = new Volume();
        volume.bundleId = bundle.id;
        volume.n = n;
        var recorded = QuarkusTransaction.requiringNew().call(() -> Volume.of(bundle.id, n));
        if (recorded.isPresent() && files.holds(recorded.get())) {
            return false;
        }
        // In memory until it is sealed and encrypted: a volume is a few megabytes, and no disk ever sees it plain.
        var pdf = new ByteArrayOutputStream(VOLUME_BYTES);
        var printed = writing.to(pdf);
        volume.pages = printed.pages();
        volume.missingGlyphs = printed.missingNamed();
        var reason = "Demarche bundle " + bundle.id + ", volume " + n;
        var kept = files.keep(
                bundle.id,
                volume.fileName(),
                Scopes.ofCampaign(bundle.campaign.slug),
                out -> volume.stamp = seal.sign(pdf.toByteArray(), out, reason));
        volume.sha256 = kept.sha256();
        volume.bytes = kept.bytes();
        volume.madeAt = clock.instant();
        QuarkusTransaction.requiringNew().run(() -> {
            Volume.delete("bundleId = ?1 and n = ?2", bundle.id, n);
            volume.persist();
        });
        return true;
    }
}
