package org.demarche.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import org.demarche.common.BadInput;
import org.demarche.common.Refusal;
import org.demarche.common.Text;
import org.demarche.common.Token;
import org.demarche.privacy.HoldsPersonalData;
import org.demarche.privacy.Vault;
import org.demarche.signing.ledger.Ledger;

/** What a signer may do with their own signature: see it, change what is disclosed, withdraw and be forgotten. */
@ApplicationScoped
public class MySignature {

    private final Instance<HoldsPersonalData> holders;
    private final Event<DisclosureChosen> chosen;
    private final Ledger ledger;
    private final Vault vault;
    private final NewsLink newsLink;

    MySignature(
            Instance<HoldsPersonalData> holders,
            Event<DisclosureChosen> chosen,
            Ledger ledger,
            Vault vault,
            NewsLink newsLink) {
        this.holders = holders;
        this.chosen = chosen;
        this.ledger = ledger;
        this.vault = vault;
        this.newsLink = newsLink;
    }

    /**
     * The signature behind the signer's own link.
     *
     * @throws Refusal 404 for an unknown link, or one whose signature was erased
     */
    @Transactional
    public Signature of(Token token) {
        return Signature.byMyToken(token)
                .filter(s -> s.status != SignatureStatus.WITHDRAWN)
                .orElseThrow(MySignature::unknown);
    }

    /** The same, held until the transaction ends, so that no letter is queued while its writer thinks better of it. */
    private Signature hold(Token token) {
        var signature = of(token).locked();
        if (signature.status == SignatureStatus.WITHDRAWN) {
            throw unknown();
        }
        return signature;
    }

    private static Refusal unknown() {
        return Refusal.unknown("There is no signature behind this link.");
    }

    /** Changes what the missions see; bundles printed before keep what was chosen then. */
    @Transactional
    public Signature disclose(Token token, Disclosure disclosure, String initials) {
        var signature = hold(token);
        signature.disclosure = disclosure;
        String line = null;
        if (initials != null && vault.opens()) {
            var person = signature.person(vault);
            line = Text.line(initials);
            if (Text.length(line) > SignForm.INITIALS_MAX || Text.hasControls(initials)) {
                throw new BadInput("initials", "at most " + SignForm.INITIALS_MAX + " characters");
            }
            signature.seal(person.withInitials(line.isEmpty() ? null : line), vault);
        }
        chosen.fire(new DisclosureChosen(signature, line));
        return signature;
    }

    /** Takes the name off the campaign's page. */
    @Transactional
    public void unname(Token token) {
        hold(token).publicName = false;
    }

    @Transactional
    public void stopNews(Token token) {
        hold(token).news = false;
    }

    /**
     * The signature that an unsubscribe link is about: one that can do nothing else, or the signer's own.
     *
     * @throws Refusal 404 for an unknown link, or one whose signature was erased
     */
    @Transactional
    public Signature ofNews(Token link) {
        return newsLink.read(link)
                .flatMap(id -> Signature.<Signature>findByIdOptional(id))
                .filter(s -> s.status != SignatureStatus.WITHDRAWN)
                .orElseGet(() -> of(link));
    }

    /** Ends the news by a link from a mail. */
    @Transactional
    public void unsubscribe(Token link) {
        ofNews(link).locked().news = false;
    }

    /** Withdraws and erases: nothing that names the person is left, in no feature. */
    @Transactional
    public void withdraw(Token token) {
        var signature = hold(token);
        holders.forEach(holder -> holder.erase(signature.id));
        ledger.forget(signature.id);
        signature.withdrawAndErase();
    }
}
