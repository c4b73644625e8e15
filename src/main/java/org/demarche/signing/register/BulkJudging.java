package org.demarche.signing.register;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.demarche.common.BadInput;
import org.demarche.common.Refusal;
import org.demarche.signing.Signature;
import org.demarche.signing.SignatureStatus;

/** Judges many signatures for one reason, each in a transaction of its own, and takes it back. */
@ApplicationScoped
class BulkJudging {

    enum Verdict {
        HOLD,
        RELEASE,
        REJECT
    }

    /** What a signature was before; enough to take the verdict back. */
    record Before(UUID id, SignatureStatus status) {

        @Override
        public String toString() {
            return id + ":" + status;
        }

        static Before read(String written) {
            try {
                var parts = written.split(":", 2);
                return new Before(UUID.fromString(parts[0]), SignatureStatus.valueOf(parts[1]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException forged) {
                throw new BadInput("before", "This cannot be taken back here.");
            }
        }
    }

    /** @param skipped how many were in a state that does not allow it, or gone */
    record Outcome(List<Before> changed, int skipped) {}

    private final SignatureRegister register;

    BulkJudging(SignatureRegister register) {
        this.register = register;
    }

    Outcome judge(String slug, List<UUID> ids, Verdict verdict, String reason, String actor) {
        List<Before> changed = new ArrayList<>();
        int skipped = 0;
        for (var id : ids) {
            try {
                changed.add(QuarkusTransaction.requiringNew().call(() -> {
                    var before = new Before(id, status(slug, id));
                    act(slug, id, verdict, reason, actor);
                    return before;
                }));
            } catch (Refusal notNow) {
                skipped++;
            }
        }
        return new Outcome(changed, skipped);
    }

    /** Brings each back to where it was, by the same verbs and with their lines in the trail. */
    Outcome undo(String slug, List<Before> before, String actor) {
        List<Before> changed = new ArrayList<>();
        int skipped = 0;
        for (var was : before) {
            try {
                QuarkusTransaction.requiringNew().run(() -> restore(slug, was, actor));
                changed.add(was);
            } catch (Refusal changedSince) {
                skipped++;
            }
        }
        return new Outcome(changed, skipped);
    }

    private void restore(String slug, Before was, String actor) {
        var why = "taken back";
        if (status(slug, was.id()) != SignatureStatus.PENDING && status(slug, was.id()) != SignatureStatus.CONFIRMED) {
            register.release(slug, was.id(), why, actor);
        }
        switch (was.status()) {
            case HELD -> register.hold(slug, was.id(), why, actor);
            case REJECTED -> register.reject(slug, was.id(), why, actor);
            case PENDING, CONFIRMED, WITHDRAWN -> {}
        }
    }

    private void act(String slug, UUID id, Verdict verdict, String reason, String actor) {
        switch (verdict) {
            case HOLD -> register.hold(slug, id, reason, actor);
            case RELEASE -> register.release(slug, id, reason, actor);
            case REJECT -> register.reject(slug, id, reason, actor);
        }
    }

    private static SignatureStatus status(String slug, UUID id) {
        return Signature.<Signature>find("id = ?1 and campaign.slug = ?2", id, slug)
                .firstResultOptional()
                .orElseThrow(() -> Refusal.unknown("There is no such signature in this campaign."))
                .status;
    }
}
