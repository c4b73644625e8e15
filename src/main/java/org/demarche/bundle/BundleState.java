package org.demarche.bundle;

/** Where a bundle stands. */
public enum BundleState {
    AWAITING_APPROVAL,
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    /** Somebody declined it, or stopped it; it is never made. */
    CANCELLED
}
