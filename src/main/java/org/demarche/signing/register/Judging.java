package org.demarche.signing.register;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.signing.SignatureStatus;

/** Judges many signatures for one reason, some in a transaction, with one line in the trail; and takes it back. */
@ApplicationScoped
public class Judging {

    /** What becomes of a signature. */
    public enum Verdict {
        HOLD,
        RELEASE,
        REJECT;

        /** In the audit trail. */
        String action() {
            return "signature." + name().toLowerCase(Locale.ROOT);
        }
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

    /** Judged in one transaction; rows are locked no longer. */
    private static final int BATCH = 200;

    private final SignatureRegister register;
    private final HeldSignatures held;
    private final Event<Audited> audit;

    Judging(SignatureRegister register, HeldSignatures held, Event<Audited> audit) {
        this.register = register;
        this.held = held;
        this.audit = audit;
    }

    /** @param reason for the audit trail */
    Outcome judge(String slug, List<UUID> ids, Verdict verdict, String reason, String actor) {
        var why = SignatureRegister.why(reason);
        var changed = inBatches(ids, some -> register.judge(slug, some, null, verdict));
        note(slug, verdict, changed.size(), why, actor);
        return new Outcome(changed, ids.size() - changed.size());
    }

    /** Releases or rejects what the guard holds, however many there are; returns how many that were. */
    public long judge(String slug, HeldSignatures.Choice choice, boolean release, String actor) {
        if (choice == null || !choice.isOne(BATCH)) {
            throw new BadInput("ids", "up to " + BATCH + " ids, or heldFor, or network");
        }
        var why = SignatureRegister.why(choice.reason());
        var verdict = release ? Verdict.RELEASE : Verdict.REJECT;
        long judged = 0;
        int last;
        do {
            // What somebody else judged first is left.
            last = QuarkusTransaction.requiringNew()
                    .call(() -> register.judge(slug, held.some(slug, choice, BATCH), SignatureStatus.HELD, verdict)
                            .size());
            judged += last;
        } while (last > 0);
        note(slug, verdict, judged, why, actor);
        return judged;
    }

    /** Brings each back to where it was, by the same verbs. */
    Outcome undo(String slug, List<Before> before, String actor) {
        var changed = inBatches(before, some -> register.restore(slug, some));
        QuarkusTransaction.requiringNew()
                .run(() -> audit.fire(
                        new Audited(actor, "signature.restore", slug, changed.size() + " signatures taken back")));
        return new Outcome(changed, before.size() - changed.size());
    }

    private static <T> List<Before> inBatches(List<T> all, Function<List<T>, List<Before>> act) {
        var changed = new ArrayList<Before>();
        for (int from = 0; from < all.size(); from += BATCH) {
            var some = all.subList(from, Math.min(from + BATCH, all.size()));
            changed.addAll(QuarkusTransaction.requiringNew().call(() -> act.apply(some)));
        }
        return changed;
    }

    private void note(String slug, Verdict verdict, long judged, String why, String actor) {
        QuarkusTransaction.requiringNew()
                .run(() -> audit.fire(new Audited(actor, verdict.action(), slug, judged + " signatures: " + why)));
    }
}
