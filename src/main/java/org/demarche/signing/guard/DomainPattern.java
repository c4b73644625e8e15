package org.demarche.signing.guard;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** A rule of staff for mail domains, such as {@code *.example.org} or {@code mail??.example}. */
@Entity
@Table(name = "guard_domain")
public class DomainPattern extends PanacheEntityBase {

    public enum Rule {
        /** What comes from there is held. */
        HOLD,
        /** However many come from there, they are not held for that. */
        ALLOW
    }

    static final String FORM = "[a-z0-9.*?-]{3,120}";

    @Id
    public String pattern;

    @Enumerated(EnumType.STRING)
    @Column(name = "domain_rule")
    public Rule rule;

    public String note;

    @Column(name = "added_by")
    public String addedBy;

    @Column(name = "added_at")
    public Instant addedAt;

    /** In the order of their spelling. */
    public static List<DomainPattern> all() {
        return list("order by pattern");
    }

    /** {@code *} stands for any signs, {@code ?} for one; {@code *.example.org} for the domain itself too. */
    Pattern compiled() {
        var regex = new StringBuilder();
        var rest = pattern;
        if (pattern.startsWith("*.")) {
            regex.append("(?:.*\\.)?");
            rest = pattern.substring(2);
        }
        for (char sign : rest.toCharArray()) {
            regex.append(
                    switch (sign) {
                        case '*' -> ".*";
                        case '?' -> ".";
                        default -> Pattern.quote(String.valueOf(sign));
                    });
        }
        return Pattern.compile(regex.toString());
    }
}
