package org.demarche.signing.letters;

/** Whether its writer stands by an own letter; what became of one that was sent stands with its delivery. */
public enum OwnLetterState {
    PENDING,
    CONFIRMED,
    WITHDRAWN
}
