package org.demarche.signing.export;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.demarche.campaign.Campaign;
import org.demarche.common.Audited;
import org.demarche.privacy.Vault;
import org.demarche.signing.Disclosure;
import org.demarche.signing.Origin;
import org.demarche.signing.Person;
import org.demarche.signing.Signature;
import org.demarche.signing.SignatureStatus;

/** Signatures as lines of a table, written as they are read; every line carries the export's id, so that a leaked list names its source. */
@ApplicationScoped
class SignatureExport {

    /** Small, so that the first line leaves at once. */
    private static final int FIRST_SLICE = 500;

    /**
     * Some ten megabytes. Where PostgreSQL has no statistics yet, it sorts all that is left for each slice: few slices keep
     * that from growing with the square of the list.
     */
    private static final int SLICE_MAX = 8_000;

    private static final List<String> HEAD = List.of(
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

    private static final String COLUMNS = "select id, person, country, status, disclosure, origin, source, created_at,"
            + " confirmed_at from signature where campaign_id = ? ";
    private static final String ORDER = " order by created_at, id limit ?";
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
    String begin(String slug, String actor, String grounds) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Campaign.named(slug);
            var export = UUID.randomUUID().toString().substring(0, 8);
            audit.fire(new Audited(actor, "signature.export", slug, "export " + export + ", " + grounds));
            return export;
        });
    }

    /** Writes all signatures of the campaign, oldest first, in constant memory. */
    void write(String slug, String export, Lines lines) throws IOException {
        UUID campaign = QuarkusTransaction.requiringNew().call(() -> Campaign.named(slug).id);
        lines.line(HEAD);
        try (var reader = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("signature-export").factory())) {
            int size = FIRST_SLICE;
            var next = CompletableFuture.supplyAsync(() -> slice(campaign, null, FIRST_SLICE), reader);
            boolean more;
            do {
                var slice = next.join();
                more = slice.size() == size;
                if (more) {
                    // Read while these are opened and written.
                    var last = slice.getLast();
                    int larger = Math.min(SLICE_MAX, 2 * size);
                    next = CompletableFuture.supplyAsync(() -> slice(campaign, last, larger), reader);
                    size = larger;
                }
                for (var signature : slice) {
                    lines.line(record(signature, export));
                }
                lines.flush();
            } while (more);
        }
    }

    /** The next ones after the last of the slice before: an offset would be counted through each time. */
    private List<Signature> slice(UUID campaign, Signature last, int size) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(last == null ? FIRST : NEXT)) {
            query.setObject(1, campaign);
            if (last != null) {
                var at = last.createdAt.atOffset(ZoneOffset.UTC);
                query.setObject(2, at);
                query.setObject(3, at);
                query.setObject(4, last.id);
            }
            query.setInt(last == null ? 2 : 5, size);
            List<Signature> slice = new ArrayList<>(size);
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
        // Not List.of: what somebody left out is null, and becomes an empty cell.
        return Arrays.asList(
                s.id.toString(),
                p.name(),
                p.email(),
                s.country,
                p.region(),
                p.city(),
                p.comment(),
                s.status.name(),
                s.disclosure.name(),
                s.origin.name(),
                s.source,
                s.createdAt.toString(),
                s.confirmedAt == null ? "" : s.confirmedAt.toString(),
                export);
    }
}
