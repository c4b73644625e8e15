package org.demarche.staff.passkey;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateGlobal;

/** What every page of the desk knows of passkeys: whether they work at this address. */
@TemplateGlobal
final class PasskeyGlobals {

    private PasskeyGlobals() {}

    static boolean takesPasskeys() {
        return Arc.container().instance(DeskAddress.class).get().takesPasskeys();
    }
}
