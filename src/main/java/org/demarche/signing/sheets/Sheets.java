package org.demarche.signing.sheets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.campaign.Campaign;
import org.demarche.common.Actor;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.DemarcheConfig;
import org.demarche.common.Language;
import org.demarche.common.Refusal;
import org.demarche.privacy.Scopes;
import org.demarche.privacy.Vault;
import org.demarche.signing.register.SignatureImport;

/** Prints blank sheets, and counts a filled one once two people have typed the same from it. */
@ApplicationScoped
public class Sheets {

    /** What became of typing a sheet in. */
    public enum State {
        /** Typed once; another person has to type it too. */
        KEYED_ONCE,
        /** The two differ; whoever finds their own mistake types it again. */
        DIFFERS,
        COUNTED
    }

    /**
     * What became of it.
     *
     * @param differing lines, the head being 1, where the two are not the same
     * @param outcome of the import; null until the sheet is counted
     */
    public record Keyed(String serial, State state, List<Integer> differing, SignatureImport.Outcome outcome) {}

    static final int PRINT_MAX = 100;
    private static final int CSV_MAX = 100_000;

    private final SignatureImport imports;
    private final Vault vault;
    private final DemarcheConfig config;
    private final Clock clock;
    private final Event<Audited> audit;

    Sheets(SignatureImport imports, Vault vault, DemarcheConfig config, Clock clock, Event<Audited> audit) {
        this.imports = imports;
        this.vault = vault;
        this.config = config;
        this.clock = clock;
        this.audit = audit;
    }

    /** Serials for so many new sheets. */
    @Transactional
    public List<Serial> print(String slug, int count, String actor) {
        if (count < 1 || count > PRINT_MAX) {
            throw new BadInput("count", "from 1 to " + PRINT_MAX);
        }
        var campaign = Campaign.named(slug);
        var serials = new ArrayList<Serial>();
        for (int i = 0; i < count; i++) {
            var sheet = new PaperSheet();
            var serial = Serial.random();
            sheet.serial = serial.value();
            sheet.campaignId = campaign.id;
            sheet.printedBy = actor;
            sheet.printedAt = clock.instant();
            sheet.persist();
            serials.add(serial);
        }
        audit.fire(new Audited(actor, "sheet.print", slug, count + " sheets"));
        return serials;
    }

    /**
     * A sheet that has yet to be typed, once or twice.
     *
     * @throws Refusal 404 for a number that was never printed, 409 for a sheet that is counted already
     */
    @Transactional
    Serial toType(String slug, String typedSerial) {
        var serial = parse(typedSerial);
        if (PaperSheet.locked(Campaign.named(slug).id, serial).countedAt != null) {
            throw Refusal.wrongState("This sheet is counted already.");
        }
        return serial;
    }

    /** The campaign's title at the desk. */
    @Transactional
    String title(String slug) {
        return Campaign.named(slug).text(Language.EN).title();
    }

    /** Types a sheet in, line by line. */
    @Transactional
    Keyed key(String slug, String typedSerial, List<TypedLine> lines, String actor) {
        var csv = TypedLine.HEAD + "\n" + lines.stream().map(TypedLine::csv).collect(Collectors.joining("\n"));
        return key(slug, typedSerial, csv.getBytes(StandardCharsets.UTF_8), actor);
    }

    private static Serial parse(String typed) {
        return Serial.parse(typed)
                .orElseThrow(() -> new BadInput("serial", "this number is mistyped: its check sign does not fit"));
    }

    /**
     * Types a sheet in: name,country and what else is on it, without the column sheet.
     *
     * @throws Refusal 404 for a number that was never printed, 409 for a sheet that is counted already
     */
    @Transactional
    public Keyed key(String slug, String typedSerial, byte[] csv, String actor) {
        var serial = parse(typedSerial);
        var campaign = Campaign.named(slug);
        var sheet = PaperSheet.locked(campaign.id, serial);
        if (sheet.countedAt != null) {
            throw Refusal.wrongState("This sheet is counted already.");
        }
        var rows = new String(csv == null ? new byte[0] : csv, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (rows.size() < 2 || csv.length > CSV_MAX) {
            throw new BadInput("body", "a head line and one line for each signature");
        }
        boolean fourEyes = config.needsSecondPerson();
        if (sheet.sealedKeyed == null || fourEyes && Actor.same(actor, sheet.keyedBy)) {
            keep(campaign, sheet, rows, actor);
            return new Keyed(serial.value(), State.KEYED_ONCE, List.of(), null);
        }
        var first = vault.openText(sheet.sealedKeyed, sheet.context()).lines().toList();
        var differing = IntStream.range(0, Math.max(first.size(), rows.size()))
                .filter(i ->
                        i >= first.size() || i >= rows.size() || !first.get(i).equals(rows.get(i)))
                .mapToObj(i -> i + 1)
                .toList();
        if (!differing.isEmpty()) {
            return new Keyed(serial.value(), State.DIFFERS, differing, null);
        }
        return count(slug, sheet, serial, rows, actor);
    }

    private void keep(Campaign campaign, PaperSheet sheet, List<String> rows, String actor) {
        sheet.sealedKeyed = vault.seal(Scopes.ofCampaign(campaign.slug), String.join("\n", rows), sheet.context());
        sheet.keyedBy = actor;
        sheet.keyedAt = clock.instant();
        audit.fire(new Audited(actor, "sheet.key", sheet.serial, campaign.slug));
    }

    private Keyed count(String slug, PaperSheet sheet, Serial serial, List<String> rows, String actor) {
        var withSheet = new StringBuilder(rows.getFirst()).append(",sheet\n");
        rows.stream()
                .skip(1)
                .forEach(row ->
                        withSheet.append(row).append(',').append(serial.value()).append('\n'));
        var mode = new SignatureImport.Mode(true, false, "utf-8");
        var outcome = imports.run(slug, withSheet.toString().getBytes(StandardCharsets.UTF_8), mode, actor);
        if (!outcome.stored()) {
            return new Keyed(serial.value(), State.DIFFERS, List.of(), outcome);
        }
        sheet.sealedKeyed = null;
        sheet.countedBy = actor;
        sheet.countedAt = clock.instant();
        audit.fire(new Audited(actor, "sheet.count", sheet.serial, slug));
        return new Keyed(serial.value(), State.COUNTED, List.of(), outcome);
    }
}
