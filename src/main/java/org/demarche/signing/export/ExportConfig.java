package org.demarche.signing.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How signatures may leave. */
@ConfigMapping(prefix = "demarche")
public interface ExportConfig {

    /** What a token of the settings needs for the file of all signatures. */
    enum TokenExports {
        ALONE,
        APPROVED
    }

    /** {@code alone}: nobody's consent beforehand; {@code approved}: another person's, as for everybody else. */
    @WithDefault("alone")
    TokenExports tokenExports();
}
