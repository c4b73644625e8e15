package org.demarche.approval;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.demarche.common.Actor;
import org.demarche.common.Refusal;

/** Who asked for something, and who else agreed. A part of whatever was asked for. */
@Embeddable
public class Approval {

    @Column(name = "asked_by")
    String askedBy;

    @Column(name = "asked_at")
    Instant askedAt;

    @Column(name = "approved_by")
    String approvedBy;

    @Column(name = "approved_at")
    Instant approvedAt;

    /** One person asks; nobody has agreed yet. */
    public static Approval asked(String actor, Instant now) {
        var approval = new Approval();
        approval.askedBy = actor;
        approval.askedAt = now;
        return approval;
    }

    /**
     * Another person agrees.
     *
     * @param fourEyes whether it has to be another one
     * @param what is asked for, as in "approve this bundle"
     * @throws Refusal 403 for the one who asked
     */
    public void agree(String actor, boolean fourEyes, String what, Instant now) {
        if (fourEyes && isOf(actor)) {
            throw Refusal.forbidden("You cannot: you asked. Another member of staff has to approve " + what + ".");
        }
        approvedBy = actor;
        approvedAt = now;
    }

    /** Whether this person asked, however their name is spelt. */
    public boolean isOf(String person) {
        return Actor.same(person, askedBy);
    }

    public String askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** Null while nobody has agreed. */
    public String approvedBy() {
        return approvedBy;
    }

    /** Null while nobody has agreed. */
    public Instant approvedAt() {
        return approvedAt;
    }
}
