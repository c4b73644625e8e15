package org.demarche.staff;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** A desk session becomes its staff member's name and roles. */
@ApplicationScoped
class SessionIdentity implements IdentityProvider<SessionRequest> {

    private final Clock clock;

    SessionIdentity(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Class<SessionRequest> getRequestType() {
        return SessionRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(SessionRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> DeskSession.resume(request.token(), clock.instant())
                .<SecurityIdentity>map(member -> QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(member.name()))
                        .addRoles(Role.granted(member.roles()))
                        .build())
                .orElseThrow(() -> new AuthenticationFailedException("session ended")));
    }
}
