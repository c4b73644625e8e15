package org.demarche.letter;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

/** A letter by its key, and the number of its newest version. */
@Entity
@Table(name = "letter_template")
class LetterTemplate extends PanacheEntityBase {

    @Id
    @Column(name = "letter_key")
    String key;

    int newest;

    /** The row, locked until the transaction ends; made where there is none. */
    static LetterTemplate locked(String key) {
        LetterTemplate known = findById(key, LockModeType.PESSIMISTIC_WRITE);
        if (known != null) {
            return known;
        }
        var template = new LetterTemplate();
        template.key = key;
        template.persist();
        return template;
    }
}
