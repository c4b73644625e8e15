package org.demarche.staff.door;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.demarche.staff.DeskSession;
import org.demarche.staff.Role;

/** A desk session becomes its staff member's name and roles. */
@ApplicationScoped
class SessionIdentity implements IdentityProvider<SessionRequest> {

    /** Whether the person behind the session showed a code or a passkey; there only where a person is, and no script. */
    static final String SECOND_FACTOR = "second-factor";

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
                .<SecurityIdentity>map(session -> QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(session.member().name()))
                        .addRoles(Role.granted(session.member().roles()))
                        .addAttribute(SECOND_FACTOR, session.secondFactor())
                        .build())
                .orElseThrow(() -> new AuthenticationFailedException("session ended")));
    }
}
