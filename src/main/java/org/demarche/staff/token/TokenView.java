package org.demarche.staff.token;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.page.DeskPage;
import org.demarche.common.page.Spoken;
import org.demarche.staff.Role;

/**
 * The tokens of all scripts.
 *
 * @param fresh the token that was just made, shown this once; else null
 * @param label as typed, where it could not be taken
 */
public record TokenView(
        DeskPage page, List<Row> rows, List<Role> roles, String fresh, String label, List<Problem> problems) {

    private static final Spoken SPOKEN = new Spoken(Language.EN, ZoneOffset.UTC);

    /** @param state "stands", or why it does not */
    public record Row(
            UUID id, String label, String owner, String role, String made, String ends, String used, String state) {

        static Row of(ScriptToken t, Instant now) {
            return new Row(
                    t.id,
                    t.label,
                    t.owner.name(),
                    t.role.tag(),
                    SPOKEN.day(t.madeAt),
                    SPOKEN.day(t.endsAt),
                    t.usedAt == null ? "never" : SPOKEN.day(t.usedAt),
                    state(t, now));
        }

        private static String state(ScriptToken t, Instant now) {
            if (t.revokedAt != null) {
                return "taken back by " + t.revokedBy;
            }
            if (!now.isBefore(t.endsAt)) {
                return "over";
            }
            return t.stands(now) ? "stands" : "its owner has left";
        }

        public boolean stands() {
            return state.equals("stands");
        }
    }

    public String problem(String field) {
        return problems.stream()
                .filter(p -> p.field().equals(field))
                .map(Problem::message)
                .findFirst()
                .orElse(null);
    }
}
