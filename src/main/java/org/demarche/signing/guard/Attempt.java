package org.demarche.signing.guard;

import org.demarche.common.EmailAddress;

/**
 * A form without flaws that is about to be stored.
 *
 * @param page whether it came from a page of ours, which stamps its forms
 * @param trap what stands in the field that people do not see
 * @param stamp of the page, or null
 * @param proof of work as ALTCHA's widget sends it, or null
 */
public record Attempt(EmailAddress address, boolean page, String trap, String stamp, String proof) {

    boolean trapped() {
        return trap != null && !trap.isBlank();
    }

    /** Never the address: this must not reach a log. */
    @Override
    public String toString() {
        return "Attempt[…]";
    }
}
