package org.demarche.signing.guard;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Who is asking, as far as the guard needs it. An address is never stored: it is hashed at once under the day's salt. */
@ApplicationScoped
class Caller {

    private static final int IPV6_NETWORK_BYTES = 8;

    private final CurrentVertxRequest current;
    private final CurrentIdentityAssociation identity;
    private final TrustedProxies proxies;
    private final DaySalt salt;

    Caller(CurrentVertxRequest current, CurrentIdentityAssociation identity, GuardConfig config, DaySalt salt) {
        this.current = current;
        this.identity = identity;
        this.proxies = new TrustedProxies(config.trustedProxies().orElse(List.of()));
        this.salt = salt;
    }

    private Optional<HttpServerRequest> request() {
        return Arc.container().requestContext().isActive()
                ? Optional.ofNullable(current.getCurrent()).map(routing -> routing.request())
                : Optional.empty();
    }

    /** The network of this request for today: an IPv4 address or an IPv6 /64, unrecognisable; empty outside of one. */
    Optional<String> network() {
        return request().map(request -> {
            var peer = request.connection().remoteAddress().hostAddress();
            if (peer == null) {
                return "none";
            }
            int zone = peer.indexOf('%');
            var literal = InetAddress.ofLiteral(zone < 0 ? peer : peer.substring(0, zone));
            return hash(proxies.origin(
                    literal.getAddress(), String.join(",", request.headers().getAll("X-Forwarded-For"))));
        });
    }

    private String hash(byte[] address) {
        return salt.hash(address.length > 4 ? Arrays.copyOf(address, IPV6_NETWORK_BYTES) : address);
    }

    /** A member of staff or a partner's script with a token: they answer for what they send. */
    boolean isStaff() {
        return request().isPresent()
                && !identity.getDeferredIdentity().await().indefinitely().isAnonymous();
    }

    /** The booth whose link this device has opened. */
    Optional<String> booth() {
        return request().map(request -> request.getCookie(Booths.COOKIE)).map(Cookie::getValue);
    }
}
