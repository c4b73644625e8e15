package org.demarche.common.page;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateGlobal;
import org.demarche.common.DemarcheConfig;

/** What links begin with that are read elsewhere: {@code {publicAddress}} in every template. */
@TemplateGlobal
final class PublicAddress {

    private PublicAddress() {}

    static String publicAddress() {
        return Arc.container().instance(DemarcheConfig.class).get().baseUrl();
    }
}
