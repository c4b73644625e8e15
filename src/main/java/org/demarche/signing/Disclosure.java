package org.demarche.signing;

/**
 * What a mission may see of a signer; the signer's choice, and the safest that still lists them is the default. Declared
 * from the one that shows most to the one that shows least.
 */
public enum Disclosure {
    /** Name and place. */
    FULL,
    /** Initials and country. */
    INITIALS,
    /** Country alone. */
    COUNTRY,
    /** In the total, and on no line. */
    COUNTED;

    /** A comment is printed only beside a name or initials: beside a bare country it could give the writer away. */
    public boolean showsComment() {
        return this == FULL || this == INITIALS;
    }

    /** The one that shows less. */
    public Disclosure narrower(Disclosure other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean listed() {
        return this != COUNTED;
    }
}
