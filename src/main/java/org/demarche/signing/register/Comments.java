package org.demarche.signing.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.demarche.campaign.Campaign;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.Items;
import org.demarche.common.Paging;
import org.demarche.privacy.Vault;
import org.demarche.signing.Disclosure;
import org.demarche.signing.Signature;
import org.demarche.signing.SignatureStatus;
import org.demarche.signing.Words;

/** What signers want to be shown, for staff to read first: comments on the sheets, names on the page. */
@ApplicationScoped
public class Comments {

    /** @param comment null for somebody who only wants to be named on the page */
    public record Waiting(
            UUID id, String name, String comment, boolean publicName, Disclosure disclosure, Words state, Instant at) {}

    private static final int AT_ONCE_MAX = 200;

    private final Vault vault;
    private final Event<Audited> audit;

    Comments(Vault vault, Event<Audited> audit) {
        this.vault = vault;
        this.audit = audit;
    }

    /** Those of confirmed signatures in this state, the oldest first. */
    @Transactional
    public Items<Waiting> in(Words state, String slug, Paging paging) {
        var found = Signature.<Signature>find(
                "campaign = ?1 and words = ?2 and status = ?3 and sealedPerson is not null order by createdAt, id",
                Campaign.named(slug),
                state,
                SignatureStatus.CONFIRMED);
        return new Items<>(
                found.page(paging.page(), paging.size()).stream()
                        .map(this::waiting)
                        .toList(),
                found.count());
    }

    private Waiting waiting(Signature s) {
        var person = s.person(vault);
        return new Waiting(s.id, person.name(), person.comment(), s.publicName, s.disclosure, s.words, s.createdAt);
    }

    /**
     * Clears or refuses several at once; the signature itself counts either way. Returns how many there were.
     *
     * @param reason needed to refuse
     */
    @Transactional
    public int judge(String slug, List<UUID> ids, Words verdict, String reason, String actor) {
        if (ids == null || ids.isEmpty() || ids.size() > AT_ONCE_MAX) {
            throw new BadInput("ids", "from 1 to " + AT_ONCE_MAX + " ids");
        }
        var why = verdict == Words.REFUSED ? SignatureRegister.why(reason) : null;
        var read = Signature.<Signature>find(
                        "campaign = ?1 and id in ?2 and words is not null", Campaign.named(slug), ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        read.forEach(signature -> signature.words = verdict);
        audit.fire(new Audited(
                actor,
                "comment." + verdict.name().toLowerCase(Locale.ROOT),
                slug,
                read.size() + (why == null ? " read" : " read: " + why)));
        return read.size();
    }
}
