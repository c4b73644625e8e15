package org.demarche.delivery;

/** Where a plan stands; only an approved one queues mail. */
public enum PlanState {
    AWAITING_APPROVAL,
    APPROVED,
    PAUSED,
    CANCELLED
}
