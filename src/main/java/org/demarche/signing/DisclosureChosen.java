package org.demarche.signing;

/**
 * A signer chose anew what missions see; fired in the transaction that made it so.
 *
 * @param initials the initials as typed, empty to take them away; null where they were left as they were
 */
public record DisclosureChosen(Signature signature, String initials) {}
