package org.demarche.site;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.demarche.common.BadInput;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Moved;
import org.demarche.common.Refusal;
import org.demarche.common.database.DatabaseDown;
import org.demarche.site.kept.PageKeeper;
import org.demarche.staff.SignInPage;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What becomes of every exception that leaves a page or a call. */
public class Problems {

    private final DemarcheConfig config;
    private final ErrorAnswer answer;
    private final PageKeeper pages;

    Problems(DemarcheConfig config, ErrorAnswer answer, PageKeeper pages) {
        this.config = config;
        this.answer = answer;
        this.pages = pages;
    }

    @ServerExceptionMapper
    public Response badInput(BadInput e, ContainerRequestContext request) {
        return respond(
                ProblemDocument.of(400, "Some of it cannot be taken as it is.").with(e.problems()), request);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e, ContainerRequestContext request) {
        return Violations.ofInput(e)
                .map(problems -> badInput(new BadInput(problems), request))
                .orElseGet(() -> unexpected(e, request));
    }

    @ServerExceptionMapper
    public Response refusal(Refusal e, ContainerRequestContext request) {
        return respond(ProblemDocument.of(e.status(), e.getMessage()), request);
    }

    /** RFC 9110, 15.4.9: the method stays, so that a form sent to the old address arrives. */
    @ServerExceptionMapper
    public Response moved(Moved e, ContainerRequestContext request) {
        var asked = request.getUriInfo().getRequestUri();
        var query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        return Response.status(308)
                .location(URI.create(e.path(asked.getRawPath()) + query))
                .build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthorized(ContainerRequestContext request) {
        if (!config.desk()) {
            return respond(ProblemDocuments.ofStatus(404), request);
        }
        var path = request.getUriInfo().getRequestUri().getRawPath();
        if (isForProgram(request) || !path.startsWith("/desk")) {
            return Response.fromResponse(respond(ProblemDocuments.ofStatus(401), request))
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build();
        }
        return Response.seeOther(SignInPage.leadingTo(request.getMethod().equals("GET") ? back(request) : "/desk"))
                .build();
    }

    private static String back(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e, ContainerRequestContext request) {
        return respond(ProblemDocument.of(403, "Your role does not allow this."), request);
    }

    /** Answers that JAX-RS or a resource chose itself keep their status and headers, and their body where there is one. */
    @ServerExceptionMapper
    public Response chosen(WebApplicationException e, ContainerRequestContext request) {
        var chosen = e.getResponse();
        if (chosen.hasEntity() || chosen.getStatus() < 400) {
            return chosen;
        }
        var answered = respond(ProblemDocuments.of(e), request);
        var response = Response.fromResponse(answered);
        chosen.getHeaders().forEach((name, values) -> {
            if (!answered.getHeaders().containsKey(name)) {
                values.forEach(value -> response.header(name, value));
            }
        });
        return response.build();
    }

    /** Named, because Quarkus has an answer of its own for it. */
    @ServerExceptionMapper
    public Response unreadable(MismatchedInputException e, ContainerRequestContext request) {
        return respond(ProblemDocuments.of(e), request);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e, ContainerRequestContext request) {
        if (DatabaseDown.isBehind(e)) {
            var kept = pages.insteadOf();
            if (kept.isPresent()) {
                return kept.get();
            }
        }
        return respond(ProblemDocuments.of(e), request);
    }

    private Response respond(ProblemDocument problem, ContainerRequestContext request) {
        var path = request.getUriInfo().getRequestUri().getRawPath();
        var body = answer.body(problem, path, request.getHeaderString(HttpHeaders.ACCEPT));
        var response = Response.status(problem.status()).entity(body.text()).type(body.mediaType());
        return problem.status() == 503
                ? response.header(HttpHeaders.RETRY_AFTER, ProblemDocuments.RETRY_AFTER_SECONDS)
                        .build()
                : response.build();
    }

    private static boolean isForProgram(ContainerRequestContext request) {
        return ErrorAnswer.isForProgram(
                request.getUriInfo().getRequestUri().getRawPath(), request.getHeaderString(HttpHeaders.ACCEPT));
    }
}
