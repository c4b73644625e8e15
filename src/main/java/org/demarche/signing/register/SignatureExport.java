package org.demarche.signing.register;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.demarche.campaign.Campaign;
import org.demarche.common.Audited;
import org.demarche.privacy.Vault;
import org.demarche.signing.Disclosure;
import org.demarche.signing.Origin;
import org.demarche.signing.Person;
import org.demarche.signing.Signature;
import org.demarche.signing.SignatureStatus;

/** Signatures as CSV, written as they are read; every line carries the export's id, so that a leaked list names its source. */
@ApplicationScoped
public class SignatureExport {

    private static final int SLICE = 1_000;

    /** What spreadsheets take for the beginning of a formula, full-width forms included. */
    private static final String FORMULA = "=+-@\t\r＝＋－＠";

    private static final String COLUMNS = "select id, person, country, status, disclosure, origin, source, created_at,"
            + " confirmed_at from signature where campaign_id = ? ";
    private static final String ORDER = " order by created_at, id fetch first " + SLICE + " rows only";
    private static final String FIRST = COLUMNS + ORDER;
    private static final String NEXT = COLUMNS + "and created_at >= ? and (created_at > ? or id > ?)" + ORDER;

    private final DataSource database;
    private final Vault vault;
    private final Event<Audited> audit;

    SignatureExport(DataSource database, Vault vault, Event<Audited> audit) {
        this.database = database;
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
        UUID campaign = QuarkusTransaction.requiringNew().call(() -> Campaign.named(slug).id);
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
            Signature last = null;
            List<Signature> slice;
            do {
                slice = slice(campaign, last);
                slice.forEach(signature -> csv.writeRecord(record(signature, export)));
                csv.flush();
                last = slice.isEmpty() ? null : slice.getLast();
            } while (slice.size() == SLICE);
        }
    }

    /** The next ones after the last of the slice before: an offset would be counted through each time. */
    private List<Signature> slice(UUID campaign, Signature last) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(last == null ? FIRST : NEXT)) {
            query.setObject(1, campaign);
            if (last != null) {
                var at = last.createdAt.atOffset(ZoneOffset.UTC);
                query.setObject(2, at);
                query.setObject(3, at);
                query.setObject(4, last.id);
            }
            List<Signature> slice = new ArrayList<>(SLICE);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    slice.add(signature(rows));
                }
            }
            return slice;
        } catch (SQLException e) {
            throw new IllegalStateException("signatures cannot be read", e);
        }
    }

    /** As much of a signature as is exported, without an entity: a hundred thousand of them are a matter of seconds. */
    private static Signature signature(ResultSet row) throws SQLException {
        var signature = new Signature();
        signature.id = row.getObject("id", UUID.class);
        signature.sealedPerson = row.getBytes("person");
        signature.country = row.getString("country");
        signature.status = SignatureStatus.valueOf(row.getString("status"));
        signature.disclosure = Disclosure.valueOf(row.getString("disclosure"));
        signature.origin = Origin.valueOf(row.getString("origin"));
        signature.source = row.getString("source");
        signature.createdAt = row.getObject("created_at", OffsetDateTime.class).toInstant();
        var confirmedAt = row.getObject("confirmed_at", OffsetDateTime.class);
        signature.confirmedAt = confirmedAt == null ? null : confirmedAt.toInstant();
        return signature;
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
