package org.demarche.switches;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be turned off, or made harder, while somebody attacks. */
public enum OffSwitch {
    HARDER_PUZZLE(
            "Harder puzzle for each sign-up",
            "Everybody’s device works on a puzzle about four times as hard before a form is taken: some seconds on a"
                    + " phone. A form without it is held for a person to look at. Few real people notice."),
    HIDE_COUNTS(
            "Hide the counts",
            "No public page, widget or call says how many have signed. The list to check against stays readable."),
    DRAIN_MAIL(
            "Drain the mail",
            "What a mail server is taking just now is finished; nothing more leaves. Mails wait in the queue, none is"
                    + " lost, and they leave when this is off again. People who sign get their link only then."),
    PAUSE_SIGNING(
            "Pause signing",
            "Nobody can sign or write a letter. Pages stay readable; what somebody had typed stays in their form. Those"
                    + " who have their link can still confirm."),
    READ_ONLY(
            "Read-only site",
            "The public site takes nothing in: no signatures and no confirmations. Taking something back still works:"
                    + " withdrawing, erasing, unsubscribing. The desk works as ever.");

    private final String title;
    private final String effect;

    OffSwitch(String title, String effect) {
        this.title = title;
        this.effect = effect;
    }

    public String title() {
        return title;
    }

    /** What it does to real people. */
    public String effect() {
        return effect;
    }

    /** As in addresses and in the trail: {@code pause-signing}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<OffSwitch> find(String tag) {
        return Arrays.stream(values()).filter(s -> s.tag().equals(tag)).findFirst();
    }
}
