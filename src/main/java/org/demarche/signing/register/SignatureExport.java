package org.demarche.signing.register;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.demarche.campaign.Campaign;
import org.demarche.common.Audited;
import org.demarche.privacy.Vault;
import org.demarche.signing.Person;
import org.demarche.signing.Signature;

/** Signatures as CSV, written as they are read; every line carries the export's id, so that a leaked list names its source. */
@ApplicationScoped
public class SignatureExport {

    private static final int SLICE = 1_000;

    /** What spreadsheets take for the beginning of a formula, full-width forms included. */
    private static final String FORMULA = "=+-@\t\r＝＋－＠";

    private final Vault vault;
    private final Event<Audited> audit;

    SignatureExport(Vault vault, Event<Audited> audit) {
        this.vault = vault;
        this.audit = audit;
    }

    /** Notes the export in the audit trail; returns its id. */
    public String begin(String slug, String actor) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Campaign.named(slug);
            var export = UUID.randomUUID().toString().substring(0, 8);
            audit.fire(new Audited(actor, "signature.export", slug, "export " + export));
            return export;
        });
    }

    /** Writes all signatures of the campaign, oldest first, in constant memory. */
    public void write(String slug, String export, OutputStream out) throws IOException {
        try (var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord(
                    "id",
                    "name",
                    "email",
                    "country",
                    "region",
                    "city",
                    "comment",
                    "status",
                    "disclosure",
                    "origin",
                    "source",
                    "createdAt",
                    "confirmedAt",
                    "export");
            int page = 0;
            List<List<String>> slice;
            do {
                int number = page++;
                slice = QuarkusTransaction.requiringNew().call(() -> slice(slug, export, number));
                slice.forEach(csv::writeRecord);
                csv.flush();
            } while (slice.size() == SLICE);
        }
    }

    private List<List<String>> slice(String slug, String export, int page) {
        return Signature.<Signature>find("campaign.slug = ?1 order by createdAt, id", slug).page(page, SLICE).stream()
                .map(s -> record(s, export))
                .toList();
    }

    private List<String> record(Signature s, String export) {
        var p = s.sealedPerson == null ? new Person("", "", "", "", "", "") : s.person(vault);
        return List.of(
                s.id.toString(),
                safe(p.name()),
                safe(p.email()),
                s.country,
                safe(p.region()),
                safe(p.city()),
                safe(p.comment()),
                s.status.name(),
                s.disclosure.name(),
                s.origin.name(),
                safe(s.source),
                s.createdAt.toString(),
                s.confirmedAt == null ? "" : s.confirmedAt.toString(),
                export);
    }

    /** Text that a spreadsheet will not run. */
    static String safe(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
