package org.demarche.signing;

import org.demarche.signing.guard.Verdict;

/** How a form came in, and what the guard says to it. */
public record Arrival(Origin origin, Verdict verdict) {}
