package org.demarche.signing.opening;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.demarche.campaign.Campaign;
import org.demarche.common.EmailAddress;
import org.demarche.common.Language;
import org.demarche.common.Token;
import org.demarche.privacy.Scopes;
import org.demarche.privacy.Vault;
import org.hibernate.annotations.DynamicUpdate;

/** A mailbox that wants to hear when a campaign opens. */
@Entity
@DynamicUpdate
@Table(name = "opening_reminder")
public class OpeningReminder extends PanacheEntityBase {

    /** Who has not confirmed by then did not ask. */
    static final Duration CONFIRM_WITHIN = Duration.ofDays(7);

    /** So that nobody can be buried in mails by someone else typing their address. */
    private static final int MAILS_MAX = 3;

    @Id
    UUID id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    public Campaign campaign;

    @Enumerated(EnumType.STRING)
    public Language language;

    @Column(name = "address")
    byte[] sealedAddress;

    @Column(name = "mailbox_index")
    byte[] mailboxIndex;

    @Column(name = "token_hash")
    byte[] tokenHash;

    int mails;

    @Column(name = "asked_at")
    Instant askedAt;

    @Column(name = "confirmed_at")
    Instant confirmedAt;

    @Column(name = "reminded_at")
    Instant remindedAt;

    static OpeningReminder of(Campaign campaign, EmailAddress address, byte[] index, Language language, Vault vault) {
        var reminder = new OpeningReminder();
        reminder.id = UUID.randomUUID();
        reminder.campaign = campaign;
        reminder.language = language;
        reminder.sealedAddress =
                vault.seal(Scopes.ofCampaign(campaign.slug), address.value(), "reminder:" + reminder.id);
        reminder.mailboxIndex = index;
        return reminder;
    }

    static Optional<OpeningReminder> of(Token token) {
        return find("tokenHash", (Object) token.hash()).firstResultOptional();
    }

    /** A new link takes the place of an earlier one. */
    Token ask(Instant now) {
        var token = Token.random();
        tokenHash = token.hash();
        askedAt = now;
        mails++;
        return token;
    }

    boolean mayBeAsked() {
        return confirmedAt == null && mails < MAILS_MAX;
    }

    /** The second time changes nothing. */
    void confirm(Instant now) {
        if (confirmedAt == null) {
            confirmedAt = now;
        }
    }

    EmailAddress address(Vault vault) {
        return new EmailAddress(vault.openText(sealedAddress, "reminder:" + id));
    }
}
