package org.demarche.signing;

import java.util.List;
import java.util.Optional;
import org.demarche.campaign.Campaign;

/** All that signed one campaign from one mailbox, the first place first. */
record Mailbox(List<Signature> signatures) {

    /** So that nobody can be buried in mails by someone else typing their address. */
    static final int MAILS_MAX = 5;

    static Mailbox of(Campaign campaign, byte[] index) {
        return new Mailbox(
                Signature.list("campaign = ?1 and mailboxIndex = ?2 order by mailboxPlace", campaign, index));
    }

    Optional<Signature> first() {
        return signatures.stream().findFirst();
    }

    /** However many names sign from it. */
    boolean mayBeMailed() {
        return signatures.stream().mapToInt(s -> s.confirmationMails).sum() < MAILS_MAX;
    }

    /** The first free place, from 1; empty where so many names have signed from it already. */
    Optional<Integer> freePlace(int names) {
        var taken = signatures.stream().map(s -> s.mailboxPlace).toList();
        for (int place = 1; place <= names; place++) {
            if (!taken.contains(place)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }
}
