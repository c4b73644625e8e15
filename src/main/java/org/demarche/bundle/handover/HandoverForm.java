package org.demarche.bundle.handover;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.demarche.bundle.Bundle;
import org.demarche.common.BadInput;
import org.demarche.common.Problem;
import org.demarche.common.Text;

/** A handover as staff write it down. */
public record HandoverForm(
        String at,
        String place,
        String by,
        String channel,
        String outcome,
        String note,
        String tracking,
        String reply) {

    Handover record(Bundle bundle, String actor, Instant now) {
        List<Problem> problems = new ArrayList<>();
        text(problems, "place", place, 200, true);
        text(problems, "by", by, 200, true);
        text(problems, "channel", channel, 60, true);
        text(problems, "note", note, 2_000, false);
        text(problems, "tracking", tracking, 60, false);
        text(problems, "reply", reply, 2_000, false);
        var when = time(problems, now);
        if (Arrays.stream(Handover.Outcome.values()).noneMatch(o -> o.name().equals(outcome))) {
            problems.add(new Problem("outcome", "one of ACCEPTED, REFUSED, RETURNED, LEFT"));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        var handover = new Handover();
        handover.id = UUID.randomUUID();
        handover.bundle = bundle;
        handover.at = when;
        handover.place = Text.line(place);
        handover.by = Text.line(by);
        handover.channel = Text.line(channel);
        handover.outcome = Handover.Outcome.valueOf(outcome);
        handover.note = Text.paragraphs(note);
        handover.tracking = blankless(Text.line(tracking));
        handover.reply = blankless(Text.paragraphs(reply));
        handover.recordedBy = actor;
        handover.recordedAt = now;
        return handover;
    }

    private static String blankless(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private Instant time(List<Problem> problems, Instant now) {
        try {
            var when = Instant.parse(at == null ? "" : at);
            if (when.isAfter(now)) {
                problems.add(new Problem("at", "a handover is recorded after it happened"));
            }
            return when;
        } catch (DateTimeException unreadable) {
            problems.add(new Problem("at", "a time such as 2027-09-24T05:00:00Z"));
            return null;
        }
    }

    private static void text(List<Problem> problems, String field, String value, int max, boolean required) {
        if (required && Text.line(value).isEmpty()) {
            problems.add(new Problem(field, "is needed"));
        } else if (value != null && Text.length(value) > max) {
            problems.add(new Problem(field, "at most " + max + " characters"));
        } else if (Text.hasControls(value)) {
            problems.add(new Problem(field, "control characters are not allowed"));
        }
    }
}
