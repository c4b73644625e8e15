package org.demarche.staff;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.common.Actor;
import org.demarche.common.Token;
import org.jboss.logging.Logger;

/** The staff tokens of {@code DEMARCHE_API_TOKENS}; a setting that cannot be read stops the start. */
@Startup
@ApplicationScoped
public class ApiTokens {

    /** Who holds a token. */
    public record Bearer(String name, Set<Role> roles, byte[] digest) {}

    /** What a guesser would need longer than the sun for is 128 bits, 22 letters and digits; below this we only warn. */
    private static final int ADVISED_LENGTH = 22;

    private static final String FORM = "DEMARCHE_API_TOKENS must read name:role:token,name:role:token; ";
    private static final Logger LOG = Logger.getLogger(ApiTokens.class);

    private final List<Bearer> bearers;

    ApiTokens(StaffConfig config) {
        this.bearers = parse(config.apiTokens().orElse(""));
    }

    /** Who holds this token; takes the same time wherever in the list it stands. */
    public Optional<Bearer> bearerOf(String token) {
        var digest = new Token(token).hash();
        Bearer found = null;
        for (var bearer : bearers) {
            if (MessageDigest.isEqual(bearer.digest(), digest)) {
                found = bearer;
            }
        }
        return Optional.ofNullable(found);
    }

    /** Whether a token bears this name. */
    boolean isNamed(String name) {
        return bearers.stream().anyMatch(bearer -> Actor.same(bearer.name(), name));
    }

    /** Errors name the entry by its place, never by its text, in which the token would stand. */
    static List<Bearer> parse(String setting) {
        var bearers = new ArrayList<Bearer>();
        var entries = setting.isBlank() ? new String[0] : setting.split(",", -1);
        for (int i = 0; i < entries.length; i++) {
            var parts = entries[i].strip().split(":", 3);
            if (parts.length < 3 || parts[0].isBlank() || parts[2].isBlank()) {
                throw new IllegalStateException(FORM + "entry " + (i + 1) + " does not.");
            }
            var place = "entry " + (i + 1);
            var role = Role.find(parts[1].strip())
                    .orElseThrow(() -> new IllegalStateException(
                            FORM + place + " has no known role: admin, campaigner, moderator, exporter, coordinator."));
            var name = parts[0].strip();
            if (name.equals(StaffMember.SYSTEM)) {
                throw new IllegalStateException(FORM + place + " is named as the system itself is.");
            }
            bearers.add(new Bearer(name, Set.of(role), digest(parts[2].strip(), place, bearers)));
        }
        return List.copyOf(bearers);
    }

    private static byte[] digest(String token, String place, List<Bearer> before) {
        var digest = new Token(token).hash();
        if (before.stream().anyMatch(b -> MessageDigest.isEqual(b.digest(), digest))) {
            throw new IllegalStateException(FORM + place + " repeats the token of another entry.");
        }
        if (token.length() < ADVISED_LENGTH) {
            LOG.warnf("DEMARCHE_API_TOKENS: the token of %s is short; use 22 random characters or more", place);
        }
        return digest;
    }
}
