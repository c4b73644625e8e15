package org.demarche.staff.overview;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.staff.Desk;
import org.demarche.switches.OffSwitch;
import org.demarche.switches.Switches;

/** The first page of the desk: what runs, and what waits for a person. */
@Path("/desk")
@RolesAllowed({"admin", "campaigner", "moderator", "exporter", "coordinator"})
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class OverviewPage {

    @CheckedTemplate(basePath = "staff")
    static class Templates {
        static native TemplateInstance overview(OverviewView view);
    }

    private final CampaignsAtDesk campaigns;
    private final Switches switches;
    private final SecurityIdentity identity;

    OverviewPage(CampaignsAtDesk campaigns, Switches switches, SecurityIdentity identity) {
        this.switches = switches;
        this.campaigns = campaigns;
        this.identity = identity;
    }

    @GET
    public Response overview() {
        if (!seesCampaigns()) {
            return Response.seeOther(URI.create("/desk/my-mission")).build();
        }
        return Response.ok(Templates.overview(new OverviewView(
                        Desk.page("Overview", "overview", identity), campaigns.list(), levers(), maySwitch())))
                .build();
    }

    /** A coordinator sees their mission and nothing else. */
    private boolean seesCampaigns() {
        return Stream.of("admin", "campaigner", "moderator", "exporter").anyMatch(identity::hasRole);
    }

    private List<OverviewView.Lever> levers() {
        var on = switches.on().stream().collect(Collectors.toMap(Switches.On::which, Function.identity()));
        return Arrays.stream(OffSwitch.values())
                .map(which -> new OverviewView.Lever(which, on.get(which)))
                .toList();
    }

    private boolean maySwitch() {
        return Stream.of("admin", "campaigner", "moderator").anyMatch(identity::hasRole);
    }
}
