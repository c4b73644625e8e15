package org.demarche.staff;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.demarche.common.Token;
import org.demarche.privacy.Vault;

/**
 * A browser in which an account has signed in before, by a cookie only we can write. Its attempts are counted apart, so
 * that strangers who guess cannot keep the owner waiting (OWASP, "device cookies").
 */
@ApplicationScoped
class KnownDevice {

    static final String COOKIE = "desk-known";

    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final Vault vault;

    KnownDevice(Vault vault) {
        this.vault = vault;
    }

    /** A new cookie for this account. */
    String introduce(byte[] account) {
        var number = Token.random().value();
        return number + "." + seal(number, account);
    }

    /** The number of this browser, where the cookie is ours and for this account. */
    Optional<String> recognise(String cookie, byte[] account) {
        var parts = cookie == null ? new String[0] : cookie.split("\\.", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        var ours = seal(parts[0], account).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(ours, parts[1].getBytes(StandardCharsets.UTF_8))
                ? Optional.of(parts[0])
                : Optional.empty();
    }

    private String seal(String number, byte[] account) {
        return TEXT.encodeToString(
                vault.blindIndex("staff-device", number + "." + HexFormat.of().formatHex(account)));
    }
}
