package org.demarche.campaign;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How far public numbers may lag behind the signatures. */
@ConfigMapping(prefix = "demarche")
public interface CampaignConfig {

    @WithDefault("5s")
    Duration countEvery();
}
