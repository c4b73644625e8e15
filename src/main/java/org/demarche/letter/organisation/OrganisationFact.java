package org.demarche.letter.organisation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** One fact in one language, as changed at the desk; one that is not here is as in the file. */
@Entity
@Table(name = "organisation_fact")
@IdClass(OrganisationFact.Key.class)
class OrganisationFact extends PanacheEntityBase {

    record Key(String language, String field) implements Serializable {}

    @Id
    String language;

    @Id
    String field;

    @Column(name = "fact")
    String text;
}
