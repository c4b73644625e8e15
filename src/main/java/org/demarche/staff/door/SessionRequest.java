package org.demarche.staff.door;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import org.demarche.common.Token;

/** Asks whose desk session a cookie stands for. */
final class SessionRequest extends BaseAuthenticationRequest {

    private final Token token;

    SessionRequest(Token token) {
        this.token = token;
    }

    Token token() {
        return token;
    }
}
