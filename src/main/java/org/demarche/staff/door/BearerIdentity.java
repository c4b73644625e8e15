package org.demarche.staff.door;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.demarche.approval.SetByOperator;
import org.demarche.staff.ApiTokens;
import org.demarche.staff.Role;
import org.demarche.staff.token.ScriptTokens;

/**
 * A script's token becomes a name and a role: the ones in the settings are known without the database, those made at the
 * desk are looked up.
 */
@ApplicationScoped
class BearerIdentity implements IdentityProvider<TokenAuthenticationRequest> {

    private final ApiTokens settings;
    private final ScriptTokens made;

    BearerIdentity(ApiTokens settings, ScriptTokens made) {
        this.settings = settings;
        this.made = made;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        var token = request.getToken().getToken();
        return settings.bearerOf(token)
                .<Uni<SecurityIdentity>>map(bearer -> Uni.createFrom()
                        .item(identity(bearer.name(), bearer.roles())
                                .addAttribute(SetByOperator.ATTRIBUTE, true)
                                .build()))
                .orElseGet(() -> context.runBlocking(() -> made.bearerOf(token)
                        .<SecurityIdentity>map(bearer ->
                                identity(bearer.name(), bearer.roles()).build())
                        .orElseThrow(() -> new AuthenticationFailedException("unknown token"))));
    }

    private static QuarkusSecurityIdentity.Builder identity(String name, Set<Role> roles) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addRoles(Role.granted(roles));
    }
}
