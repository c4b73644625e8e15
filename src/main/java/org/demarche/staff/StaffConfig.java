package org.demarche.staff;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who may work at the desk before anybody has signed in. */
@ConfigMapping(prefix = "demarche")
public interface StaffConfig {

    /** With {@link #adminPassword()}: the first admin, made at the first start. */
    Optional<String> adminEmail();

    Optional<String> adminPassword();

    /** {@code name:role:token,…}: tokens for scripts. */
    Optional<String> apiTokens();
}
