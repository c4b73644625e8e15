package org.demarche.staff;

import java.util.Map;

/** A desk whose first admin comes from the settings, behind https, where a password alone approves and exports nothing. */
public class WithFirstAdmin extends OwnDatabase {

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "demarche.admin-email", "Kim@Example.org",
                "demarche.admin-password", "three slow herons",
                "demarche.second-factor", "required",
                "demarche.base-url", "https://letters.example.org");
    }
}
