package org.demarche.signing;

import java.time.Instant;

/** What nobody confirmed before this moment is to be erased, in the transaction that says so. */
public record UnconfirmedOver(Instant before) {}
