package org.demarche.mission;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.Problem;

/** Takes a CSV file into the directory, whole or not at all; a mission that the file leaves out stays as it is. */
@ApplicationScoped
public class MissionImport {

    private final Regions regions;
    private final Clock clock;
    private final Event<Audited> audit;

    MissionImport(Regions regions, Clock clock, Event<Audited> audit) {
        this.regions = regions;
        this.clock = clock;
        this.audit = audit;
    }

    public enum Change {
        NEW,
        CHANGED,
        SAME
    }

    /** What becomes of one line. */
    public record Line(long line, String code, Change change, List<MissionRow.Difference> differences) {}

    /** What an import did or, as a dry run, would do. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Report(
            boolean dryRun,
            long added,
            long changed,
            long same,
            List<String> notInFile,
            List<Line> lines,
            List<MissionRow.Fault> errors) {}

    /** What the file would change, with everything that is wrong in it; nothing is changed. */
    Report compare(byte[] csv) {
        return report(rows(csv), true);
    }

    /** Takes the file over, or throws {@link BadInput} naming each wrong line. */
    @Transactional
    Report take(byte[] csv, String actor) {
        var rows = rows(csv);
        var report = report(rows, false);
        if (!report.errors().isEmpty()) {
            throw new BadInput(report.errors().stream()
                    .map(e -> new Problem("line " + e.line() + ", " + e.field(), e.message()))
                    .toList());
        }
        for (var row : rows) {
            var mission = Mission.<Mission>findByIdOptional(row.code()).orElseGet(Mission::new);
            row.writeTo(mission, regions);
            mission.persist();
        }
        var now = clock.instant();
        for (var line : report.lines()) {
            if (line.change() != Change.SAME) {
                changes(line).forEach(change -> MissionChange.note(line.code(), actor, change, now));
                audit.fire(new Audited(actor, "mission.change", line.code(), fields(line)));
            }
        }
        audit.fire(new Audited(
                actor,
                "mission.import",
                "missions",
                "%d new, %d changed, %d as before".formatted(report.added(), report.changed(), report.same())));
        return report;
    }

    private static List<MissionRow.Difference> changes(Line line) {
        return line.change() == Change.NEW
                ? List.of(new MissionRow.Difference(MissionChange.ADDED, "", line.code()))
                : line.differences();
    }

    private static String fields(Line line) {
        return line.change() == Change.NEW
                ? "new"
                : line.differences().stream().map(MissionRow.Difference::field).collect(Collectors.joining(", "));
    }

    private List<MissionRow> rows(byte[] csv) {
        var sheet = Sheet.read(csv).stream()
                .map(row -> new Sheet.Row(row.line(), Heading.known(row.columns())))
                .toList();
        if (sheet.isEmpty()) {
            throw new BadInput("file", "there is no line below the header");
        }
        var missing = MissionRow.REQUIRED_COLUMNS.stream()
                .filter(column -> !sheet.getFirst().columns().containsKey(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new BadInput("line 1", "missing columns: " + String.join(", ", missing));
        }
        return sheet.stream()
                .map(row -> new MissionRow(row.line(), row.columns()))
                .map(this::completed)
                .toList();
    }

    /** Columns that the file lacks keep what the directory says. */
    private MissionRow completed(MissionRow row) {
        var columns = new LinkedHashMap<String, String>();
        Mission.<Mission>findByIdOptional(row.code())
                .ifPresent(mission -> columns.putAll(MissionRow.of(mission).columns()));
        columns.putAll(row.columns());
        return new MissionRow(row.line(), columns);
    }

    private Report report(List<MissionRow> rows, boolean dryRun) {
        Map<String, Mission> known = Mission.<Mission>listAll().stream().collect(Collectors.toMap(m -> m.code, m -> m));
        var lines = new ArrayList<Line>();
        var errors = new ArrayList<MissionRow.Fault>();
        var seen = new HashSet<String>();
        for (var row : rows) {
            errors.addAll(row.faults(regions));
            if (!seen.add(row.code())) {
                errors.add(row.fault("code", "stands twice in the file"));
            }
            lines.add(line(row, known.get(row.code())));
        }
        errors.addAll(regionsClaimedTwice(rows));
        var missing = known.keySet().stream()
                .filter(code -> !seen.contains(code))
                .sorted()
                .toList();
        return new Report(
                dryRun,
                count(lines, Change.NEW),
                count(lines, Change.CHANGED),
                count(lines, Change.SAME),
                missing,
                lines,
                errors);
    }

    private static Line line(MissionRow row, Mission known) {
        if (known == null) {
            return new Line(row.line(), row.code(), Change.NEW, List.of());
        }
        var differences = row.differencesFrom(known);
        return new Line(row.line(), row.code(), differences.isEmpty() ? Change.SAME : Change.CHANGED, differences);
    }

    /** Two missions of one state cannot both answer for all of a region: letters would go astray. */
    private List<MissionRow.Fault> regionsClaimedTwice(List<MissionRow> rows) {
        var owners = new HashMap<String, String>();
        var faults = new ArrayList<MissionRow.Fault>();
        for (var row : rows) {
            for (var j : JurisdictionText.parse(row.columns().get("jurisdiction"), regions)
                    .jurisdictions()) {
                var place = j.region() == null ? "the rest of " + j.country() : j.region();
                if (j.part() != null) {
                    continue;
                }
                var owner = owners.putIfAbsent(row.columns().get("sending_state") + " " + place, row.code());
                if (owner != null) {
                    faults.add(row.fault("jurisdiction", place + " is already with " + owner));
                }
            }
        }
        return faults;
    }

    private static long count(List<Line> lines, Change change) {
        return lines.stream().filter(line -> line.change() == change).count();
    }
}
