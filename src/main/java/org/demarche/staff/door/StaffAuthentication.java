package org.demarche.staff.door;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Token;
import org.demarche.staff.DeskSession;

/** Tells who asks: a script by its bearer token (RFC 6750), a person by the session cookie. The token goes first. */
@ApplicationScoped
class StaffAuthentication implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Bearer ";

    private final DemarcheConfig config;

    StaffAuthentication(DemarcheConfig config) {
        this.config = config;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        if (!config.desk()) {
            return Uni.createFrom().nullItem();
        }
        var authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            var token = authorization.substring(SCHEME.length()).strip();
            return providers.authenticate(new TokenAuthenticationRequest(new TokenCredential(token, "bearer")));
        }
        var cookie = context.request().getCookie(DeskSession.COOKIE);
        if (cookie != null && isStaffGround(context.normalizedPath())) {
            // A session that ended is nobody, and no error: the sign-in page must open.
            return providers
                    .authenticate(new SessionRequest(new Token(cookie.getValue())))
                    .onFailure(AuthenticationFailedException.class)
                    .recoverWithNull();
        }
        return Uni.createFrom().nullItem();
    }

    /** Public pages never look at the session: they are the same for everybody, and cached. */
    private static boolean isStaffGround(String path) {
        return path.equals("/desk") || path.startsWith("/desk/") || path.startsWith("/api/");
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class, SessionRequest.class);
    }
}
