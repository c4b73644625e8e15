package org.demarche;

import java.util.UUID;

/** A campaign's address that no test has used before, so that a set-up can run twice on one database. */
public final class FreshSlug {

    private FreshSlug() {}

    public static String of(String base) {
        return base + "-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
