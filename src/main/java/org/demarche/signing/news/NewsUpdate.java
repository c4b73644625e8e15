package org.demarche.signing.news;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.demarche.approval.Approval;
import org.demarche.campaign.Campaign;
import org.demarche.common.Language;
import org.demarche.common.Refusal;

/** What signers of a campaign are told, in one or more languages. */
@Entity
@Table(name = "news_update")
public class NewsUpdate extends PanacheEntityBase {

    /** @param body paragraphs with an empty line between them */
    @Embeddable
    public record Words(String subject, String body) {}

    @Id
    public UUID id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    public Campaign campaign;

    @Enumerated(EnumType.STRING)
    public NewsState state;

    @Embedded
    public Approval approval;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "news_text", joinColumns = @JoinColumn(name = "news_update"))
    @MapKeyColumn(name = "language")
    @MapKeyEnumerated(EnumType.STRING)
    public Map<Language, Words> texts = new EnumMap<>(Language.class);

    /** Signatures up to this one have their mail. */
    @Column(name = "queued_to")
    UUID queuedTo;

    /** How many mails were queued. */
    public long queued;

    static NewsUpdate locked(String slug, UUID id) {
        return NewsUpdate.<NewsUpdate>find("id = ?1 and campaign.slug = ?2", id, slug)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> Refusal.unknown("There is no such update in this campaign."));
    }

    static List<NewsUpdate> of(Campaign campaign) {
        return list("campaign = ?1 order by approval.askedAt desc", campaign);
    }

    /** In the language a signer chose, else in English, else in any. */
    Words in(Language language) {
        var words = texts.getOrDefault(language, texts.get(Language.EN));
        return words == null ? texts.values().iterator().next() : words;
    }

    void require(NewsState needed) {
        if (state != needed) {
            throw Refusal.wrongState("This update " + state.word() + ".");
        }
    }
}
