package org.demarche.site;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.demarche.common.Refusal;
import org.demarche.switches.OffSwitch;
import org.demarche.switches.Switches;

/** While the site is read-only, turns away whatever would change something; staff go on, and so does who takes something back. */
@Provider
@PreMatching
public class ReadOnlyDoor implements ContainerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Asked for late: doors are hung before the database is there. */
    private final Instance<Switches> switches;

    ReadOnlyDoor(Instance<Switches> switches) {
        this.switches = switches;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var path = request.getUriInfo().getRequestUri().getRawPath();
        if (!READING.contains(request.getMethod())
                && switches.get().isOn(OffSwitch.READ_ONLY)
                && !isForStaff(path, request.getHeaderString(HttpHeaders.AUTHORIZATION) != null)
                && !takesBack(path, request.getMethod())) {
            throw Refusal.unavailable("The site can be read, and takes nothing in for the moment.");
        }
    }

    /** Who comes with a token is looked at behind this door. */
    private static boolean isForStaff(String path, boolean bearsToken) {
        return path.startsWith("/desk/") || bearsToken;
    }

    /** Nobody stays exposed because we are attacked. */
    private static boolean takesBack(String path, String method) {
        return path.startsWith("/unsubscribe/")
                || path.startsWith("/my/")
                || path.startsWith("/api/v1/my/") && method.equals("DELETE");
    }
}
