package org.demarche.signing.register;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.demarche.privacy.Vault;
import org.demarche.signing.Disclosure;
import org.demarche.signing.Signature;
import org.demarche.signing.export.SafeCell;

/**
 * Whom a loss of data concerns, those first whom it may harm most: who wished only to be counted loses more by being known
 * than who stood with a full name on the sheet that a mission received.
 */
@ApplicationScoped
public class AffectedSigners {

    private static final int SLICE = 500;

    /** How many people of a campaign wished to be seen how far; both those who confirmed and those who did not. */
    public record Group(String campaign, Disclosure disclosure, boolean publicName, long people) {}

    private final EntityManager em;
    private final Vault vault;

    AffectedSigners(EntityManager em, Vault vault) {
        this.em = em;
        this.vault = vault;
    }

    public List<Group> groups() {
        return QuarkusTransaction.requiringNew()
                .call(() -> em
                        .createQuery(
                                "select new org.demarche.signing.register.AffectedSigners$Group(s.campaign.slug, s.disclosure,"
                                        + " s.publicName, count(s)) from Signature s where s.sealedPerson is not null"
                                        + " group by s.campaign.slug, s.disclosure, s.publicName",
                                Group.class)
                        .getResultList()
                        .stream()
                        .sorted((a, b) -> b.disclosure().compareTo(a.disclosure()))
                        .toList());
    }

    /** Everybody who has to be told, with the address and the language to tell them in; needs the keys. */
    public void write(Writer out) throws IOException {
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("disclosure", "name", "email", "language", "country", "campaign", "status");
            for (var level : List.of(Disclosure.values()).reversed()) {
                int page = 0;
                List<List<String>> slice;
                do {
                    int number = page++;
                    slice = QuarkusTransaction.requiringNew().call(() -> slice(level, number));
                    slice.forEach(csv::writeRecord);
                } while (slice.size() == SLICE);
            }
        }
    }

    private List<List<String>> slice(Disclosure level, int page) {
        return Signature.<Signature>find("disclosure = ?1 and sealedPerson is not null order by id", level)
                .page(page, SLICE)
                .stream()
                .map(this::line)
                .toList();
    }

    private List<String> line(Signature signature) {
        var person = signature.person(vault);
        return List.of(
                signature.disclosure.name(),
                SafeCell.of(person.name()),
                SafeCell.of(person.email()),
                signature.language.tag(),
                signature.country,
                signature.campaign.slug,
                signature.status.name());
    }
}
