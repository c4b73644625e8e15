package org.demarche.staff.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.demarche.common.BadInput;
import org.demarche.common.Token;
import org.demarche.common.page.DeskPage;

/** Where somebody who was locked out sets a new password, by a link that works once. */
@Path("/desk/reset/{token}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ResetPage {

    /** @param problem what is wrong with the new password; null before the first attempt */
    public record View(DeskPage page, String token, String name, String problem) {}

    @CheckedTemplate(basePath = "staff")
    static class Templates {
        static native TemplateInstance reset(View view);
    }

    private final Resets resets;

    ResetPage(Resets resets) {
        this.resets = resets;
    }

    @GET
    public TemplateInstance ask(@PathParam("token") String token) {
        return show(token, null);
    }

    @POST
    public Response set(@PathParam("token") String token, @FormParam("password") String password) {
        try {
            resets.use(new Token(token), password);
            return Response.seeOther(URI.create("/desk/sign-in")).build();
        } catch (BadInput bad) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(show(token, bad.problems().getFirst().message()))
                    .build();
        }
    }

    private TemplateInstance show(String token, String problem) {
        var owner = resets.owner(new Token(token));
        return Templates.reset(new View(new DeskPage("A new password", "", "", ""), token, owner.name(), problem));
    }
}
