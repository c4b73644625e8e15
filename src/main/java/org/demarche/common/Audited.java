package org.demarche.common;

/**
 * Something a member of staff did, for the audit trail; fired inside the transaction that does it.
 *
 * @param actor the staff member's name, or {@code system}
 * @param action a dotted verb, such as {@code campaign.open}
 * @param subject what it was done to, by id or slug; never personal data
 * @param detail a short sentence, or null; never personal data
 */
public record Audited(String actor, String action, String subject, String detail) {}
