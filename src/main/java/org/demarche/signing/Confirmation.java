package org.demarche.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Token;
import org.demarche.common.jobs.Jobs;

/** The link in the mail: looking at it changes nothing, because mail scanners follow links; pressing confirms. */
@ApplicationScoped
public class Confirmation {

    private final Instance<MailedLink> otherLinks;
    private final MyToken myToken;
    private final DemarcheConfig config;
    private final Clock clock;
    private final Jobs jobs;

    Confirmation(Instance<MailedLink> otherLinks, MyToken myToken, DemarcheConfig config, Clock clock, Jobs jobs) {
        this.otherLinks = otherLinks;
        this.jobs = jobs;
        this.myToken = myToken;
        this.config = config;
        this.clock = clock;
    }

    /** The signature behind a link that can still be used, unchanged. */
    @Transactional
    public Optional<Signature> look(Token token) {
        return otherLinks.stream()
                .flatMap(link -> link.signature(token).stream())
                .findFirst()
                .or(() -> Signature.byConfirmation(token).filter(s -> s.canBeConfirmed(clock.instant())));
    }

    /** Confirms; a second time changes nothing and is no error. Empty for an unknown or expired link. */
    @Transactional
    public Optional<Signature> confirm(Token token) {
        var signature = look(token);
        signature
                .filter(s -> s.locked().canBeConfirmed(clock.instant()) && s.confirmedAt == null)
                .ifPresent(s -> {
                    s.confirm(clock.instant());
                    jobs.scheduleNow(ThankYou.TASK.instance(s.id.toString()).build());
                });
        // What was withdrawn or rejected while we waited for the row is behind no link any more.
        var confirmed = signature.filter(s -> s.canBeConfirmed(clock.instant()));
        if (confirmed.isPresent()) {
            otherLinks.forEach(link -> link.confirm(token));
        }
        return confirmed;
    }

    /** The address of the signer's own page. */
    public String myUrl(Signature signature) {
        return config.baseUrl() + "/my/" + myToken.of(signature.id).value();
    }
}
