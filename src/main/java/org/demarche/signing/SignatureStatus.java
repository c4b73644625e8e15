package org.demarche.signing;

/** Where a signature stands; only confirmed ones are counted. */
public enum SignatureStatus {
    PENDING,
    CONFIRMED,
    HELD,
    REJECTED,
    WITHDRAWN
}
