package org.demarche.signing;

import jakarta.enterprise.context.ApplicationScoped;
import org.demarche.common.Language;
import org.demarche.mission.Countries;
import org.demarche.mission.Regions;
import org.demarche.privacy.Vault;

/** What a signer is shown of themselves: their name, and the line that the missions will see. */
@ApplicationScoped
public class OwnLine {

    private final Vault vault;
    private final Regions regions;

    OwnLine(Vault vault, Regions regions) {
        this.vault = vault;
        this.regions = regions;
    }

    /** Empty in a process that may seal and not open. */
    public String name(Signature signature) {
        return vault.opens() ? signature.person(vault).name() : "";
    }

    /** The signer's own words; null for none, and in a process that may seal and not open. */
    public String comment(Signature signature) {
        return vault.opens() ? signature.person(vault).comment() : null;
    }

    /** The printed line; null for those who are counted and not listed. */
    public String of(Signature signature, Language language) {
        return vault.opens() ? of(signature, signature.person(vault), language) : null;
    }

    public String of(Signature signature, Person person, Language language) {
        return of(signature.disclosure, signature.country, person, language);
    }

    public String of(Disclosure disclosure, String country, Person person, Language language) {
        return Disclosed.of(disclosure, person, Countries.name(country, language), code -> regions.name(code, language))
                .map(d -> d.line(language))
                .orElse(null);
    }
}
