package org.demarche.signing.register;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.demarche.campaign.Campaign;
import org.demarche.common.Audited;
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
import org.demarche.signing.Words;

/** Paper sheets and partners' lists: counted as confirmed by whoever imports them, and kept apart from web signatures. */
@ApplicationScoped
public class SignatureImport {

    /** What a spreadsheet would run, and no name or place begins with. */
    private static final Pattern FORMULA = Pattern.compile("(?s)[=@＝＠].*|[-+＋－][\\d(=@].*");

    /** What became of one line. */
    public enum Result {
        ADDED,
        DUPLICATE,
        REFUSED
    }

    /** @param line the line in the file, the header being 1 */
    public record Line(long line, Result result, List<Problem> problems) {}

    /**
     * What became of a file.
     *
     * @param stored false for a dry run, and where one line of an atomic import was refused
     * @param encoding in which the file was read: look at the names before you trust it
     */
    public record Outcome(
            long added, long duplicates, long refused, List<Line> lines, boolean stored, String encoding) {}

    /**
     * How to take a file.
     *
     * @param atomic all lines or none
     * @param dryRun none, but say what would become of each
     * @param encoding null to find out
     */
    public record Mode(boolean atomic, boolean dryRun, String encoding) {}

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
     * Imports a CSV file with a header line.
     *
     * @param atomic all lines or none
     */
    public Outcome run(String slug, byte[] csv, boolean atomic, String actor) {
        return run(slug, csv, new Mode(atomic, false, null), actor);
    }

    public Outcome run(String slug, byte[] csv, Mode mode, String actor) {
        var file = ImportFile.read(csv, mode.encoding());
        try {
            return QuarkusTransaction.requiringNew().call(() -> take(slug, file, mode, actor));
        } catch (NotKept notKept) {
            return notKept.outcome;
        }
    }

    /** Rolls back what was tried. */
    private static final class NotKept extends RuntimeException {
        private final transient Outcome outcome;

        NotKept(Outcome outcome) {
            super("not kept", null, false, false);
            this.outcome = outcome;
        }
    }

    private Outcome take(String slug, ImportFile file, Mode mode, String actor) {
        var campaign = Campaign.named(slug);
        if (!campaign.state.mayDeliver()) {
            throw Refusal.wrongState("Signatures are imported while a campaign is open or closed.");
        }
        List<Line> lines = new ArrayList<>();
        for (var row : file.rows()) {
            lines.add(take(campaign, row));
        }
        boolean whole = !mode.atomic() || lines.stream().noneMatch(l -> l.result() == Result.REFUSED);
        boolean keep = whole && !mode.dryRun();
        var outcome = outcome(lines, whole, keep, file.encoding());
        if (!keep) {
            throw new NotKept(outcome);
        }
        audit.fire(new Audited(actor, "signature.import", slug, outcome.added() + " added"));
        return outcome;
    }

    private Line take(Campaign campaign, NamedCsvRecord row) {
        var form = form(row);
        var flaws = new ArrayList<>(form.flaws(regions));
        if (form.email() == null || form.email().isBlank()) {
            // A line on paper need not carry an address.
            flaws.remove(SignForm.Flaw.EMAIL_REQUIRED);
        }
        var formula = row.getFields().stream()
                .anyMatch(cell -> FORMULA.matcher(cell.strip()).matches());
        if (formula) {
            return new Line(
                    row.getStartingLineNumber(),
                    Result.REFUSED,
                    List.of(new Problem("line", "a cell begins like a formula; put it right, or leave the sign out")));
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
        signature.words = person.comment() == null ? null : Words.CLEARED;
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
        // An apostrophe is what an export of ours puts before what a spreadsheet would run.
        return row.findField(name)
                .filter(value -> !value.isBlank())
                .map(value -> value.matches("(?s)'[=+@＝＋－＠-].*") ? value.substring(1) : value)
                .orElse(null);
    }

    private static Outcome outcome(List<Line> lines, boolean whole, boolean stored, String encoding) {
        return new Outcome(
                whole ? count(lines, Result.ADDED) : 0,
                count(lines, Result.DUPLICATE),
                count(lines, Result.REFUSED),
                lines,
                stored,
                encoding);
    }

    private static long count(List<Line> lines, Result result) {
        return lines.stream().filter(l -> l.result() == result).count();
    }
}
