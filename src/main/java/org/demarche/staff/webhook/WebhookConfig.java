package org.demarche.staff.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where calls may go. */
@ConfigMapping(prefix = "demarche")
public interface WebhookConfig {

    /** {@code true}: calls may go to this machine, to private networks, and without TLS; for tests and a closed network. */
    @WithDefault("false")
    boolean webhooksInside();
}
