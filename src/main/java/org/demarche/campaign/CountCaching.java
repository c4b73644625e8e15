package org.demarche.campaign;

import jakarta.enterprise.context.ApplicationScoped;

/** How long a shared cache may keep a number that is recounted every few seconds, and go on serving it in trouble. */
@ApplicationScoped
public class CountCaching {

    private final CampaignConfig config;

    CountCaching(CampaignConfig config) {
        this.config = config;
    }

    /** RFC 9111 and RFC 5861: fresh for one counting interval, stale for two while asking, for many on errors. */
    public String cacheControl() {
        long seconds = Math.max(1, config.countEvery().toSeconds());
        return "public, max-age=" + seconds + ", stale-while-revalidate=" + 2 * seconds + ", stale-if-error="
                + 720 * seconds;
    }
}
