package org.demarche.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many people may share what. */
@ConfigMapping(prefix = "demarche")
public interface SigningConfig {

    /** Most names one mailbox may sign a campaign with: couples share one, and a crowd does not. */
    @WithDefault("2")
    int namesPerMailbox();

    /** {@code hold}: comments and public names are shown once staff have read them; {@code show}: unless staff refuse. */
    @WithDefault("hold")
    String unreadWords();
}
