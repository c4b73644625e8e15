package org.demarche.mail;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A form letter as it is kept; named by its words, so that it can be kept twice and is there once. */
@Entity
@Table(name = "mail_form")
class MailForm extends PanacheEntityBase {

    @Id
    UUID id;

    String subject;
    String text;
    String html;

    static void keep(UUID id, FormLetter form) {
        getEntityManager()
                .createQuery("insert into MailForm (id, subject, text, html) values (:id, :subject, :text, :html)"
                        + " on conflict (id) do nothing")
                .setParameter("id", id)
                .setParameter("subject", form.subject())
                .setParameter("text", form.text())
                .setParameter("html", form.html())
                .executeUpdate();
    }

    FormLetter letter() {
        return new FormLetter(subject, text, html);
    }
}
