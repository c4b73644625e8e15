package org.demarche.site.watch;

import java.util.Locale;

/** What a request is for; when too much comes at once, the first of them is turned away first. */
enum Door {
    /** Staff can wait a minute, and know whom to call. */
    DESK(60),
    /** Who signs comes back if told when. */
    SIGNING(80),
    /** A page is cheap, and says that the house stands. */
    PAGES(100),
    /** Health and figures: whoever looks because it is busy must see it. */
    WATCH(Integer.MAX_VALUE);

    private final int percent;

    Door(int percent) {
        this.percent = percent;
    }

    static Door of(String method, String path) {
        if (path.startsWith("/q/")) {
            return WATCH;
        }
        if (path.equals("/desk") || path.startsWith("/desk/")) {
            return DESK;
        }
        return method.equals("GET") || method.equals("HEAD") ? PAGES : SIGNING;
    }

    boolean takes(int busy, int max) {
        return percent == Integer.MAX_VALUE || busy < (long) max * percent / 100;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
