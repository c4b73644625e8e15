package org.demarche.staff;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.demarche.common.BadInput;
import org.demarche.common.Problem;
import org.demarche.common.Token;

/** Where a new member of staff makes their account, by a link that works once. */
@Path("/desk/setup/{token}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SetupPage {

    @CheckedTemplate(basePath = "staff")
    static class Templates {
        static native TemplateInstance setup(SetupView view);
    }

    private final Setup setup;
    private final DeskCookies cookies;

    SetupPage(Setup setup, DeskCookies cookies) {
        this.setup = setup;
        this.cookies = cookies;
    }

    @GET
    public TemplateInstance ask(@PathParam("token") String token) {
        var link = setup.link(new Token(token));
        return Templates.setup(SetupView.of(token, link, SetupForm.EMPTY, List.of()));
    }

    @POST
    public Response make(@PathParam("token") String token, @BeanParam SetupForm form) {
        var link = setup.link(new Token(token));
        try {
            var welcome = setup.make(link, form);
            return Response.seeOther(URI.create("/desk"))
                    .cookie(cookies.session(welcome.session()), cookies.known(welcome.device()))
                    .build();
        } catch (BadInput bad) {
            List<Problem> problems = bad.problems();
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(Templates.setup(SetupView.of(token, link, form.shown(), problems)))
                    .build();
        }
    }
}
