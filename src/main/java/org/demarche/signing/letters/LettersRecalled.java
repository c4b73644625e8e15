package org.demarche.signing.letters;

import java.util.UUID;

/** A signer's own letters may no longer leave as they are; fired in the transaction that made it so. */
public record LettersRecalled(UUID signature, String why) {}
