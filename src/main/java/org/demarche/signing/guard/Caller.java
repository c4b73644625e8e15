package org.demarche.signing.guard;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who is asking, as far as the guard needs it. An address is never stored: it is hashed at once under a salt that is
 * thrown away at midnight (UTC) and was never written down.
 */
@ApplicationScoped
class Caller {

    private record Salt(LocalDate day, SecretKeySpec key) {}

    private static final String HMAC = "HmacSHA256";
    private static final int IPV6_NETWORK_BYTES = 8;
    private static final int KEY_BYTES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CurrentVertxRequest current;
    private final CurrentIdentityAssociation identity;
    private final TrustedProxies proxies;
    private final Clock clock;
    private volatile Salt salt;

    Caller(CurrentVertxRequest current, CurrentIdentityAssociation identity, GuardConfig config, Clock clock) {
        this.current = current;
        this.identity = identity;
        this.proxies = new TrustedProxies(config.trustedProxies().orElse(List.of()));
        this.clock = clock;
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
        var network = address.length > 4 ? Arrays.copyOf(address, IPV6_NETWORK_BYTES) : address;
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(today());
            return HexFormat.of().formatHex(mac.doFinal(network), 0, KEY_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SecretKeySpec today() {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var known = salt;
        if (known != null && known.day.equals(day)) {
            return known.key;
        }
        synchronized (this) {
            if (salt == null || !salt.day.equals(day)) {
                var bytes = new byte[32];
                RANDOM.nextBytes(bytes);
                salt = new Salt(day, new SecretKeySpec(bytes, HMAC));
            }
            return salt.key;
        }
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
