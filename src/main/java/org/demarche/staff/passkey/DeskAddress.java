package org.demarche.staff.passkey;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.demarche.common.DemarcheConfig;

/** The address that passkeys are bound to: the one of {@code DEMARCHE_BASE_URL}, to the letter. */
@ApplicationScoped
public class DeskAddress {

    private final URI base;

    DeskAddress(DemarcheConfig config) {
        this.base = URI.create(config.baseUrl());
    }

    /** Browsers bind passkeys to a name, and only where the way there is safe: https, or this very machine. */
    public boolean takesPasskeys() {
        var host = host();
        return host.equals("localhost") || "https".equals(base.getScheme()) && !host.matches("[0-9.]+|\\[.*]|");
    }

    private String host() {
        return base.getHost() == null ? "" : base.getHost().toLowerCase(Locale.ROOT);
    }

    RelyingParty relyingParty(CredentialRepository keys) {
        // No other port and no other name under the same one: a passkey asked for there is none of ours.
        return RelyingParty.builder()
                .identity(RelyingPartyIdentity.builder()
                        .id(host())
                        .name("Demarche desk")
                        .build())
                .credentialRepository(keys)
                .origins(Set.of((base.getScheme() + "://" + base.getRawAuthority()).toLowerCase(Locale.ROOT)))
                .build();
    }
}
