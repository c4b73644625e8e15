package org.demarche.campaign;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.demarche.common.Language;
import org.demarche.common.Moved;
import org.demarche.common.Refusal;

/** Why and to whom: one letter, the missions it goes to, and the time in which it may be signed. */
@Entity
@Table(name = "campaign")
public class Campaign extends PanacheEntityBase {

    @Id
    public UUID id;

    public String slug;

    @Enumerated(EnumType.STRING)
    public CampaignState state;

    @Enumerated(EnumType.STRING)
    public CampaignMode mode;

    @Column(name = "letter_key")
    public String letterKey;

    @Column(name = "letter_version")
    public int letterVersion;

    @Enumerated(EnumType.STRING)
    @Column(name = "default_language")
    public Language defaultLanguage;

    public int goal;

    public String zone;

    /** The day the campaign is about, such as 24 September; null where it has none. */
    @Column(name = "occasion_on")
    public LocalDate occasionOn;

    @Column(name = "opens_at")
    public Instant opensAt;

    @Column(name = "closes_at")
    public Instant closesAt;

    @Column(name = "opened_at")
    public Instant openedAt;

    @Column(name = "closed_at")
    public Instant closedAt;

    @Column(name = "created_at")
    public Instant createdAt;

    /** Counts the changes of what is written here, so that two people who change it at once see each other. */
    public int revision;

    /** Who wrote last; null where nobody has since the first draft. */
    @Column(name = "changed_by")
    public String changedBy;

    @ElementCollection
    @CollectionTable(name = "campaign_text", joinColumns = @JoinColumn(name = "campaign_id"))
    @MapKeyColumn(name = "language")
    @MapKeyEnumerated(EnumType.STRING)
    public Map<Language, CampaignText> texts = new EnumMap<>(Language.class);

    @ElementCollection
    @CollectionTable(name = "campaign_mission", joinColumns = @JoinColumn(name = "campaign_id"))
    @OrderColumn(name = "place")
    @Column(name = "mission_code")
    public List<String> missions = new ArrayList<>();

    public static Optional<Campaign> bySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }

    /**
     * The campaign with this slug.
     *
     * @throws Refusal 404 where there is none
     */
    public static Campaign named(String slug) {
        return bySlug(slug).orElseThrow(() -> Refusal.unknown("There is no campaign with this name."));
    }

    /**
     * The campaign as the public may know it: a draft does not exist yet.
     *
     * @throws Refusal 404 where there is none
     * @throws Moved where it was called so before
     */
    public static Campaign publicNamed(String slug) {
        return bySlug(slug).filter(c -> c.state.isPublic()).orElseThrow(() -> missing(slug));
    }

    private static RuntimeException missing(String slug) {
        return FormerName.leadingFrom(slug)
                .filter(c -> c.state.isPublic())
                .<RuntimeException>map(c -> new Moved(slug, c.slug))
                .orElseGet(() -> Refusal.unknown("There is no campaign with this name."));
    }

    /** The campaign's text in a language, else in its own language, else in any. */
    public CampaignText text(Language language) {
        return Optional.ofNullable(texts.get(language))
                .or(() -> Optional.ofNullable(texts.get(defaultLanguage)))
                .orElseGet(() -> texts.values().iterator().next());
    }

    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    public boolean takesSignatures(Instant now) {
        return state == CampaignState.OPEN && (closesAt == null || now.isBefore(closesAt));
    }

    /** Whether supporters may write letters of their own. */
    public boolean takesOwnLetters() {
        return mode != CampaignMode.PETITION;
    }

    /** Until when what was signed before closing can be confirmed. */
    public Instant lastConfirmation(Duration grace) {
        return closing().map(closing -> closing.plus(grace)).orElse(Instant.MAX);
    }

    /** When signing ended, or is going to end. */
    public Optional<Instant> closing() {
        return Optional.ofNullable(closedAt != null ? closedAt : closesAt);
    }

    /** Whether it waits for an opening time that has come; one whose closing has passed, too, stays for a person. */
    boolean opensBy(Instant now) {
        return state == CampaignState.SCHEDULED && !opensAt.isAfter(now) && (closesAt == null || closesAt.isAfter(now));
    }

    boolean closesBy(Instant now) {
        return state == CampaignState.OPEN && closesAt != null && !closesAt.isAfter(now);
    }

    /** Waits for its opening time. */
    public void schedule(Instant now) {
        if (opensAt == null || !opensAt.isAfter(now)) {
            throw Refusal.wrongState("A campaign is scheduled for an opening time that is still to come.");
        }
        moveTo(CampaignState.SCHEDULED);
    }

    /** Takes a scheduled campaign off the calendar, and off the public page. */
    public void unschedule() {
        moveTo(CampaignState.DRAFT);
    }

    /** Whether the letter may still be another one: nobody has read or signed it. */
    public boolean mayChangeLetter() {
        return state == CampaignState.DRAFT;
    }

    public void open(Instant now) {
        if (closesAt != null && !closesAt.isAfter(now)) {
            throw Refusal.wrongState("The closing time has passed; move it before opening.");
        }
        moveTo(CampaignState.OPEN);
        openedAt = openedAt == null ? now : openedAt;
        closedAt = null;
    }

    public void close(Instant now) {
        moveTo(CampaignState.CLOSED);
        closedAt = now;
    }

    public void archive() {
        moveTo(CampaignState.ARCHIVED);
    }

    private void moveTo(CampaignState next) {
        if (!state.leadsTo(next)) {
            throw Refusal.wrongState("A campaign that is " + state.word() + " cannot become " + next.word() + ".");
        }
        state = next;
    }
}
