package org.demarche.signing.guard;

/** Why a signature is held; for staff, never for the sender. */
public enum Suspicion {
    HONEYPOT("filled in the field that people do not see"),
    NO_STAMP("was sent without reading the page"),
    TOO_FAST("was filled in faster than a person can"),
    DOMAIN_LISTED("uses a mail domain on the list"),
    DOMAIN_RATE("is one of very many from its mail domain"),
    NETWORK_RATE("is one of very many from its network"),
    BOOTH_RATE("is one of very many at its booth"),
    NO_PROOF("came under pressure and brought no proof of work"),
    BAD_PROOF("brought a proof of work that is forged, used or out of date");

    private final String words;

    Suspicion(String words) {
        this.words = words;
    }

    /** Goes on after "it". */
    public String words() {
        return words;
    }
}
