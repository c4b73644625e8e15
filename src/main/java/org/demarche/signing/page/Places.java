package org.demarche.signing.page;

import java.util.List;

/**
 * Where people may say they live.
 *
 * @param countries ISO 3166-1 alpha-2, by name in the reader's language, in that language's order
 * @param regions for the countries whose parts have missions of their own
 */
public record Places(List<Choice> countries, List<Regions> regions) {

    public record Choice(String code, String name) {}

    /** The parts of one country, by ISO 3166-2 code. */
    public record Regions(String country, String countryName, List<Choice> choices) {}
}
