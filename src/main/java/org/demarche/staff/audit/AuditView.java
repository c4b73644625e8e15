package org.demarche.staff.audit;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.demarche.common.page.DeskPage;

/**
 * A page of the trail.
 *
 * @param total entries in the whole trail
 * @param number of this page, from 0, newest entries first
 * @param size entries on a full page
 * @param verdict of a full pass, where one was asked for; else null
 */
public record AuditView(
        DeskPage page, List<AuditEntry> entries, long total, int number, int size, AuditTrail.Verdict verdict) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    public String when(AuditEntry entry) {
        return MINUTE.format(entry.at());
    }

    /** Whether an entry of this page is not as it was written. */
    public boolean broken() {
        return !AuditTrail.chained(entries);
    }

    public boolean hasNewer() {
        return number > 0;
    }

    public boolean hasOlder() {
        return (number + 1L) * size < total;
    }

    public int newer() {
        return number - 1;
    }

    public int older() {
        return number + 1;
    }
}
