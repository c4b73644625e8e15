package org.demarche.approval;

import io.quarkus.security.identity.SecurityIdentity;

/**
 * The token of a script that whoever runs the server has put into the settings. It was let in by somebody who can read the
 * keys, so what it fetches by itself needs no consent beforehand; the desk is told of it afterwards.
 */
public final class SetByOperator {

    /** The attribute of such an identity. */
    public static final String ATTRIBUTE = "set-by-operator";

    private SetByOperator() {}

    public static boolean is(SecurityIdentity identity) {
        return Boolean.TRUE.equals(identity.getAttribute(ATTRIBUTE));
    }
}
