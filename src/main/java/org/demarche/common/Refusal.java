package org.demarche.common;

/** A request that is understood and cannot be granted as things stand; carries the HTTP status to answer with. */
public final class Refusal extends RuntimeException {

    private final int status;

    private Refusal(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    /** There is nothing under that name or token: 404. */
    public static Refusal unknown(String what) {
        return new Refusal(404, what);
    }

    /** The thing is in a state that does not allow this: 409. */
    public static Refusal wrongState(String detail) {
        return new Refusal(409, detail);
    }

    /** This person may not do this: 403. */
    public static Refusal forbidden(String detail) {
        return new Refusal(403, detail);
    }

    /** A part that is needed is down or busy; trying later helps: 503. */
    public static Refusal unavailable(String detail) {
        return new Refusal(503, detail);
    }

    public int status() {
        return status;
    }
}
