package org.demarche.staff;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Who may work at the desk before anybody has signed in. */
@ConfigMapping(prefix = "demarche")
public interface StaffConfig {

    /** With {@link #adminPassword()}: the first admin, made at the first start. */
    Optional<String> adminEmail();

    Optional<String> adminPassword();

    /** Whether approvals and exports need a second factor, also from those who have none yet. */
    enum SecondFactor {
        OPTIONAL,
        REQUIRED
    }

    /** {@code required}: a password alone neither approves nor exports. */
    @WithDefault("required")
    SecondFactor secondFactor();

    /** {@code name:role:token,…}: tokens for scripts. */
    Optional<String> apiTokens();
}
