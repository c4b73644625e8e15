package org.demarche.staff.webhook;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One address that is called, and what it is told of. */
@Entity
@Table(name = "webhook")
public class Webhook extends PanacheEntityBase {

    @Id
    UUID id;

    String url;

    /** Tags of topics, with blanks between. */
    String topics;

    @Column(name = "secret_sealed")
    byte[] secretSealed;

    @Column(name = "made_by")
    String madeBy;

    @Column(name = "made_at")
    Instant madeAt;

    boolean hears(Topic topic) {
        return List.of(topics.split(" ")).contains(topic.tag());
    }

    static String context(UUID id) {
        return "webhook:" + id;
    }
}
