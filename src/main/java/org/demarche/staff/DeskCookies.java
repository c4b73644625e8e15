package org.demarche.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Token;

/** The cookies of the desk: the session, and the browser that has signed in before. */
@ApplicationScoped
class DeskCookies {

    private final boolean https;

    DeskCookies(DemarcheConfig config) {
        this.https = config.baseUrl().startsWith("https:");
    }

    /** Ends with the browser; the server ends it earlier. */
    NewCookie session(Token token) {
        return cookie(DeskSession.COOKIE, token.value()).path("/").build();
    }

    NewCookie noSession() {
        return cookie(DeskSession.COOKIE, "").path("/").maxAge(0).build();
    }

    NewCookie known(String device) {
        return cookie(KnownDevice.COOKIE, device)
                .path("/desk/sign-in")
                .maxAge((int) Duration.ofDays(180).toSeconds())
                .build();
    }

    private NewCookie.Builder cookie(String name, String value) {
        return new NewCookie.Builder(name)
                .value(value)
                .httpOnly(true)
                .secure(https)
                .sameSite(NewCookie.SameSite.STRICT);
    }
}
