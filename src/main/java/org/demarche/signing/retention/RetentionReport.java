package org.demarche.signing.retention;

import java.time.Instant;

/**
 * What erasing a campaign would do, and what it did.
 *
 * @param due from when on it may be erased; null while the campaign has not ended
 * @param persons signatures whose name, mailbox, place and words would go
 * @param signatures that stay as numbers, {@code leaves} in the ledger likewise
 * @param keyAlive whether the campaign's key still opens what was sealed
 * @param overdue whether the day has come and nobody has had it erased
 */
public record RetentionReport(
        String campaign,
        String title,
        int days,
        Instant due,
        long persons,
        long signatures,
        long leaves,
        boolean keyAlive,
        String askedBy,
        Instant askedAt,
        String approvedBy,
        long erased,
        Instant doneAt,
        boolean overdue) {}
