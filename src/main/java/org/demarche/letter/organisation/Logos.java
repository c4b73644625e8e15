package org.demarche.letter.organisation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.demarche.common.Audited;
import org.demarche.common.database.Remembered;
import org.demarche.common.page.PagesChanged;
import org.demarche.letter.Organisation;
import org.demarche.pdf.Mark;

/** The organisation's logo, kept in the database and in the memory of each node. */
@ApplicationScoped
public class Logos {

    /** @param version changes with the picture, so that browsers may keep it */
    public record Stored(byte[] png, int width, int height, String version) {

        /** The same picture has the same version. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Stored stored && version.equals(stored.version);
        }

        @Override
        public int hashCode() {
            return version.hashCode();
        }
    }

    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Clock clock;
    private final Event<Audited> audit;
    private final Organisation organisation;
    private final Remembered<Optional<Stored>> known;

    Logos(Organisation organisation, Clock clock, Event<Audited> audit, Event<PagesChanged> pages) {
        this.known = new Remembered<>(
                "logo", EVERY, () -> Logo.only().map(Logo::stored), Optional.empty(), () -> changed(pages));
        this.organisation = organisation;
        this.clock = clock;
        this.audit = audit;
    }

    void start(@Observes @Priority(4_200) StartupEvent started) {
        known.start();
    }

    void stop(@Observes ShutdownEvent ended) throws InterruptedException {
        known.stop();
    }

    private void changed(Event<PagesChanged> pages) {
        organisation.show(
                current().map(logo -> Mark.of(Drawing.onPaper(logo.png()))).orElse(null));
        pages.fire(new PagesChanged());
    }

    public Optional<Stored> current() {
        return known.get();
    }

    /** Draws the picture anew and keeps that; what stands against it, or empty. */
    Optional<String> change(Path upload, String actor) {
        if (upload == null) {
            return Optional.of("Choose a picture.");
        }
        byte[] png;
        try {
            png = Drawing.anew(upload);
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.of(
                    "This picture cannot be used: a PNG or JPEG of up to 5 MB and 4,000 by 4,000 points can.");
        }
        QuarkusTransaction.requiringNew().run(() -> {
            var logo = Logo.only().orElseGet(Logo::new);
            logo.png = png;
            logo.changedAt = clock.instant();
            logo.persist();
            audit.fire(new Audited(actor, "organisation.logo", "organisation", png.length + " bytes"));
        });
        known.look();
        return Optional.empty();
    }

    void remove(String actor) {
        QuarkusTransaction.requiringNew().run(() -> {
            Logo.deleteAll();
            audit.fire(new Audited(actor, "organisation.logo", "organisation", "taken off"));
        });
        known.look();
    }
}
