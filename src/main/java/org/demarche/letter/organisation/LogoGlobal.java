package org.demarche.letter.organisation;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateGlobal;

/** The logo as every public page knows it. */
@TemplateGlobal
final class LogoGlobal {

    private LogoGlobal() {}

    /** Null where none is set. */
    static Logos.Stored organisationLogo() {
        return Arc.container().instance(Logos.class).get().current().orElse(null);
    }
}
