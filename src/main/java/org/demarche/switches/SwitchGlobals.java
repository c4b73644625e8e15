package org.demarche.switches;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateGlobal;
import java.util.List;

/** What every page knows of the switches. */
@TemplateGlobal
final class SwitchGlobals {

    private SwitchGlobals() {}

    private static Switches switches() {
        return Arc.container().instance(Switches.class).get();
    }

    /** Those that are on, for the strip on each page of the desk. */
    static List<Switches.On> switchesOn() {
        return switches().on();
    }

    static boolean countsHidden() {
        return switches().isOn(OffSwitch.HIDE_COUNTS);
    }

    static boolean signingPaused() {
        return switches().isOn(OffSwitch.PAUSE_SIGNING) || switches().isOn(OffSwitch.READ_ONLY);
    }
}
