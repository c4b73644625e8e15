package org.demarche.signing.guard;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Refusal;

/** The link of a booth, opened once on each device that stands there. */
@Path("/booth/{token}")
@RunOnVirtualThread
public class BoothPage {

    private final Booths booths;
    private final DemarcheConfig config;
    private final Clock clock;

    BoothPage(Booths booths, DemarcheConfig config, Clock clock) {
        this.booths = booths;
        this.config = config;
        this.clock = clock;
    }

    /** Remembers the booth on this device until it closes, and leads to its campaign. */
    @GET
    public Response enter(@PathParam("token") String token) {
        var booth = booths.of(token).orElseThrow(() -> Refusal.unknown("This booth is closed."));
        var cookie = new NewCookie.Builder(Booths.COOKIE)
                .value(token)
                .path("/")
                .httpOnly(true)
                .secure(config.baseUrl().startsWith("https:"))
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge((int) Duration.between(clock.instant(), booth.closesAt).toSeconds())
                .build();
        return Response.seeOther(URI.create("/campaigns/" + booth.campaign))
                .cookie(cookie)
                .header("Cache-Control", "no-store")
                .build();
    }
}
