package org.demarche.mission;

import jakarta.persistence.Embeddable;

/**
 * A piece of the world that a mission answers for.
 *
 * @param country ISO 3166-1 alpha-2
 * @param region ISO 3166-2, or null for the rest of the country
 * @param part which share of the region, in words; null for all of it
 */
@Embeddable
public record Jurisdiction(String country, String region, String part) {

    boolean covers(String wantedCountry, String wantedRegion) {
        return country.equals(wantedCountry) && region != null && region.equals(wantedRegion);
    }

    boolean isRestOf(String wantedCountry) {
        return country.equals(wantedCountry) && region == null;
    }

    /** All of the region, or all but what another mission names: the likelier one where a region is shared. */
    boolean isWholeOrRemainder() {
        return part == null || part.startsWith("except") || part.contains("not listed");
    }
}
