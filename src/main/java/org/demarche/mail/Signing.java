package org.demarche.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.IDN;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.demarche.common.DemarcheConfig;
import org.demarche.mail.dkim.DkimKey;
import org.demarche.mail.dkim.DkimSigner;

/** Signs mails where that is switched on; else the relay does, or nobody. */
@ApplicationScoped
public class Signing {

    private final String selector;
    private final DkimKey key;
    private final DkimSigner signer;

    Signing(MailConfig config, DemarcheConfig house) {
        this.selector = config.dkimSelector();
        if (!config.dkim()) {
            this.key = null;
            this.signer = null;
            return;
        }
        this.key = config.dkimKey()
                .map(DkimKey::load)
                .orElseGet(() ->
                        DkimKey.loadOrCreate(house.dataDir().resolve("keys").resolve("dkim.pem")));
        var from = config.mailFrom();
        var domain = IDN.toASCII(from.substring(from.lastIndexOf('@') + 1)).toLowerCase(Locale.ROOT);
        this.signer = new DkimSigner(domain, selector, key);
    }

    byte[] sign(byte[] message, Instant now) {
        return signer == null ? message : signer.sign(message, now);
    }

    /** What to publish after {@code p=}; empty where mails are not signed here. */
    public Optional<String> published() {
        return Optional.ofNullable(key).map(DkimKey::published);
    }

    /** Where it is published: {@code selector._domainkey.domain}. */
    public String selector() {
        return selector;
    }
}
