package org.demarche.signing;

import java.util.UUID;

/** Staff held or rejected a signature; fired in the transaction that made it so. */
public record SignatureStopped(UUID signature, String why) {}
