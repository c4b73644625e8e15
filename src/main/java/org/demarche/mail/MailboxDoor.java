package org.demarche.mail;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.regex.Pattern;
import org.demarche.common.DemarcheConfig;

/**
 * Who may look into the mailbox. Whoever tries the house out on their own machine has no account yet and still must find
 * the mail that confirms their first signature; so the mailbox stands open there, while nothing leaves the machine.
 */
@ApplicationScoped
public class MailboxDoor {

    private static final Pattern THIS_MACHINE =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?(::1|(0:){7}1)]?(%.*)?");

    private final MailConfig config;
    private final DemarcheConfig house;
    private final SecurityIdentity identity;

    MailboxDoor(MailConfig config, DemarcheConfig house, SecurityIdentity identity) {
        this.config = config;
        this.house = house;
        this.identity = identity;
    }

    /**
     * @throws UnauthorizedException where a sign-in is needed
     * @throws ForbiddenException where this member of staff has no business here
     */
    Reading.Reader admit(HttpServerRequest request) {
        if (identity.hasRole("admin")) {
            return Reading.Reader.ADMIN;
        }
        if (identity.hasRole("campaigner")) {
            return Reading.Reader.STAFF;
        }
        if (standsOpen(request)) {
            return Reading.Reader.LOCAL;
        }
        throw identity.isAnonymous() ? new UnauthorizedException() : new ForbiddenException();
    }

    /** Whether whoever asks may look into the mailbox without signing in: on this machine, while nothing leaves it. */
    public boolean standsOpen(HttpServerRequest request) {
        return config.mailboxOpen()
                && config.smtpUrl().isEmpty()
                && isThisMachine(URI.create(house.baseUrl()).getHost())
                && isThisMachine(request.remoteAddress().hostAddress())
                // A page elsewhere whose name was pointed at this machine asks under its own name.
                && request.authority() != null
                && isThisMachine(request.authority().host())
                // Somebody far away behind a proxy on this machine.
                && request.getHeader("Forwarded") == null
                && request.getHeader("X-Forwarded-For") == null;
    }

    private static boolean isThisMachine(String host) {
        return host != null && THIS_MACHINE.matcher(host).matches();
    }
}
