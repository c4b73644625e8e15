package org.demarche.staff;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.demarche.common.Token;

/** Where staff say who they are, and where they leave. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SignInPage {

    @CheckedTemplate(basePath = "staff")
    static class Templates {
        static native TemplateInstance signIn(SignInView view);

        static native TemplateInstance code(CodeView view);
    }

    private final SignIn signIn;
    private final DeskCookies cookies;
    private final SecurityIdentity identity;

    SignInPage(SignIn signIn, DeskCookies cookies, SecurityIdentity identity) {
        this.signIn = signIn;
        this.cookies = cookies;
        this.identity = identity;
    }

    /** The sign-in page, which afterwards leads on to a page of the desk. */
    public static URI leadingTo(String page) {
        return URI.create("/desk/sign-in?next=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
    }

    @GET
    @Path("sign-in")
    public Response ask(@QueryParam("next") String next) {
        var form = new SignInForm("", "", next);
        return identity.isAnonymous()
                ? Response.ok(Templates.signIn(SignInView.asking(form))).build()
                : Response.seeOther(URI.create(form.next())).build();
    }

    @POST
    @Path("sign-in")
    public Response enter(
            @BeanParam SignInForm form, @CookieParam(KnownDevice.COOKIE) String device, RoutingContext request) {
        return switch (signIn.attempt(form, network(request), device)) {
            case SignIn.Welcome welcome -> in(welcome, form.next());
            case SignIn.OwesCode owes ->
                Response.ok(Templates.code(CodeView.asking(owes, form.next()))).build();
            case SignIn.Mistaken _ ->
                Response.status(Response.Status.BAD_REQUEST)
                        .entity(Templates.signIn(SignInView.mistaken(form)))
                        .build();
            case SignIn.TooSoon tooSoon -> {
                var seconds = tooSoon.left().toSeconds() + 1;
                yield Response.status(Response.Status.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, seconds)
                        .entity(Templates.signIn(SignInView.tooSoon(form, seconds)))
                        .build();
            }
        };
    }

    @POST
    @Path("sign-in/code")
    public Response code(@BeanParam CodeForm form) {
        return switch (signIn.code(form)) {
            case SignIn.Welcome welcome -> in(welcome, form.next());
            case SignIn.OwesCode owes ->
                Response.status(Response.Status.BAD_REQUEST)
                        .entity(Templates.code(CodeView.mistaken(owes, form.next())))
                        .build();
            case SignIn.Mistaken _ ->
                Response.status(Response.Status.BAD_REQUEST)
                        .entity(Templates.signIn(SignInView.late(form.next())))
                        .build();
            case SignIn.TooSoon tooSoon -> {
                var seconds = tooSoon.left().toSeconds() + 1;
                yield Response.status(Response.Status.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, seconds)
                        .entity(Templates.code(CodeView.tooSoon(form, seconds)))
                        .build();
            }
        };
    }

    static String network(RoutingContext request) {
        return request.request().remoteAddress().hostAddress();
    }

    private Response in(SignIn.Welcome welcome, String next) {
        return Response.seeOther(URI.create(next))
                .cookie(cookies.session(welcome.session()), cookies.known(welcome.device()))
                .build();
    }

    @POST
    @Path("sign-out")
    @Transactional
    public Response leave(@CookieParam(DeskSession.COOKIE) String session) {
        if (session != null) {
            DeskSession.close(new Token(session));
        }
        return Response.seeOther(URI.create("/desk/sign-in"))
                .cookie(cookies.noSession())
                .build();
    }
}
