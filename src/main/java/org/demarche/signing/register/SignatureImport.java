package org.demarche.signing.register;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.demarche.campaign.Campaign;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.common.Problem;
import org.demarche.common.Refusal;
import org.demarche.mission.Regions;
import org.demarche.privacy.Vault;
import org.demarche.signing.FlawWords;
import org.demarche.signing.MyToken;
import org.demarche.signing.Origin;
import org.demarche.signing.Person;
import org.demarche.signing.SignForm;
import org.demarche.signing.Signature;
import org.demarche.signing.SignatureStatus;
import org.demarche.signing.SigningConfig;

/** Paper sheets and partners' lists: counted as confirmed by whoever imports them, and kept apart from web signatures. */
@ApplicationScoped
public class SignatureImport {

    private static final Set<String> COLUMNS =
            Set.of("name", "email", "country", "region", "city", "comment", "disclosure", "sheet");

    /** What became of one line. */
    public enum Result {
        ADDED,
        DUPLICATE,
        REFUSED
    }

    /** @param line the line in the file, the header being 1 */
    public record Line(long line, Result result, List<Problem> problems) {}

    public record Outcome(long added, long duplicates, long refused, List<Line> lines) {}

    private final Vault vault;
    private final MyToken myToken;
    private final Regions regions;
    private final FlawWords words;
    private final SigningConfig config;
    private final Clock clock;
    private final Event<Audited> audit;

    SignatureImport(
            Vault vault,
            MyToken myToken,
            Regions regions,
            FlawWords words,
            SigningConfig config,
            Clock clock,
            Event<Audited> audit) {
        this.vault = vault;
        this.myToken = myToken;
        this.regions = regions;
        this.words = words;
        this.config = config;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Imports a CSV file in UTF-8 with a header line.
     *
     * @param atomic all lines or none
     */
    public Outcome run(String slug, byte[] csv, boolean atomic, String actor) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var campaign = Campaign.named(slug);
            if (!campaign.state.mayDeliver()) {
                throw Refusal.wrongState("Signatures are imported while a campaign is open or closed.");
            }
            List<Line> lines = new ArrayList<>();
            for (var row : rows(csv)) {
                lines.add(take(campaign, row));
            }
            boolean keep = !atomic || lines.stream().noneMatch(l -> l.result() == Result.REFUSED);
            var outcome = outcome(lines, keep);
            if (keep) {
                audit.fire(new Audited(actor, "signature.import", slug, outcome.added() + " added"));
            } else {
                QuarkusTransaction.setRollbackOnly();
            }
            return outcome;
        });
    }

    private static List<NamedCsvRecord> rows(byte[] csv) {
        try (var reader = CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(new ByteArrayInputStream(csv))) {
            var rows = reader.stream().toList();
            if (!rows.isEmpty()) {
                var header = new HashSet<>(rows.getFirst().getHeader());
                if (!header.contains("name") || !header.contains("country") || !COLUMNS.containsAll(header)) {
                    throw new BadInput("header", "columns are name,email,country,region,city,comment,disclosure,sheet");
                }
            }
            return rows;
        } catch (CsvParseException e) {
            throw new BadInput("body", "not a CSV file in UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Line take(Campaign campaign, NamedCsvRecord row) {
        var form = form(row);
        var flaws = new ArrayList<>(form.flaws(regions));
        if (form.email() == null || form.email().isBlank()) {
            // A line on paper need not carry an address.
            flaws.remove(SignForm.Flaw.EMAIL_REQUIRED);
        }
        if (!flaws.isEmpty()) {
            return new Line(row.getStartingLineNumber(), Result.REFUSED, words.say(flaws, form, Language.EN));
        }
        var person = form.person();
        var sheet = field(row, "sheet");
        var key = person.email() == null
                ? "sheet:" + sheet + "\u0000" + person.name()
                : Person.key(form.address(), person.name());
        var index = vault.blindIndex("person", key);
        if (Signature.ofPerson(campaign, index).isPresent()) {
            return new Line(row.getStartingLineNumber(), Result.DUPLICATE, List.of());
        }
        var now = clock.instant();
        var signature = new Signature();
        signature.id = UUID.randomUUID();
        signature.campaign = campaign;
        signature.status = SignatureStatus.CONFIRMED;
        signature.personIndex = index;
        signature.mailboxIndex =
                person.email() == null ? null : vault.blindIndex("mailbox", Person.mailboxKey(form.address()));
        signature.country = form.country().strip();
        signature.disclosure = form.chosenDisclosure();
        signature.language = campaign.defaultLanguage;
        signature.letterVersion = campaign.letterVersion;
        signature.origin = sheet == null ? Origin.IMPORT : Origin.PAPER;
        signature.source = sheet;
        signature.createdAt = now;
        signature.confirmedAt = now;
        signature.myHash = myToken.of(signature.id).hash();
        if (!signature.settle(config.namesPerMailbox())) {
            return new Line(
                    row.getStartingLineNumber(),
                    Result.REFUSED,
                    List.of(new Problem("email", "as many names as one address may stand for have signed from it")));
        }
        signature.seal(person, vault);
        signature.persistAndFlush();
        return new Line(row.getStartingLineNumber(), Result.ADDED, List.of());
    }

    private static SignForm form(NamedCsvRecord row) {
        return new SignForm(
                field(row, "name"),
                field(row, "email"),
                field(row, "country"),
                field(row, "region"),
                field(row, "city"),
                field(row, "comment"),
                null,
                null,
                field(row, "disclosure"),
                false,
                false,
                field(row, "sheet"),
                null,
                null,
                null);
    }

    private static String field(NamedCsvRecord row, String name) {
        return row.findField(name).filter(value -> !value.isBlank()).orElse(null);
    }

    private static Outcome outcome(List<Line> lines, boolean kept) {
        return new Outcome(
                kept ? count(lines, Result.ADDED) : 0,
                count(lines, Result.DUPLICATE),
                count(lines, Result.REFUSED),
                lines);
    }

    private static long count(List<Line> lines, Result result) {
        return lines.stream().filter(l -> l.result() == result).count();
    }
}
