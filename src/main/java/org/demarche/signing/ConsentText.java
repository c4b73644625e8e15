package org.demarche.signing;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.demarche.common.Language;
import org.demarche.common.page.Wording;

/** The words of the four separate questions in one language: be counted, what missions see, be named, receive news. */
@Entity
@Table(name = "consent_text")
class ConsentText extends PanacheEntityBase {

    @Embeddable
    record Key(int version, @Enumerated(EnumType.STRING) Language language) {}

    @EmbeddedId
    Key key;

    String counted;
    String missions;
    String named;
    String news;

    @Column(name = "recorded_at")
    Instant recordedAt;

    /** The words as the form says them today. */
    static ConsentText today(int version, Language language, Instant now) {
        var words = Wording.of(SigningMessages.class, language);
        var text = new ConsentText();
        text.key = new Key(version, language);
        text.counted = words.submit() + "\n" + words.submitHint();
        text.missions = String.join(
                "\n",
                words.disclosure(),
                words.disclosureHint("…"),
                words.full() + ": " + words.fullWhy(),
                words.initials() + ": " + words.initialsWhy(),
                words.countryOnly() + ": " + words.countryOnlyWhy(),
                words.counted() + ": " + words.countedWhy(),
                words.seenNever());
        text.named = words.twoQuestions() + "\n" + words.twoHint() + "\n" + words.publicName();
        text.news = words.twoQuestions() + "\n" + words.twoHint() + "\n" + words.news();
        text.recordedAt = now;
        return text;
    }

    boolean saysTheSameAs(ConsentText other) {
        return counted.equals(other.counted)
                && missions.equals(other.missions)
                && named.equals(other.named)
                && news.equals(other.news);
    }
}
