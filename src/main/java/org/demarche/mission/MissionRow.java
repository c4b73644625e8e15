package org.demarche.mission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.demarche.common.EmailAddress;

/** One line of the directory's CSV file, and how a mission takes it over. */
public record MissionRow(long line, SequencedMap<String, String> columns) {

    static final List<String> REQUIRED_COLUMNS = List.of(
            "code",
            "sending_state",
            "mission_type",
            "name_en",
            "host_country",
            "city",
            "postal_address",
            "jurisdiction",
            "confidence");

    private static final Pattern CODE = Pattern.compile("[a-z]{2}-[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final int LONGEST_VALUE = 4000;

    /** One value that differs from what the directory has. */
    public record Difference(String field, String was, String now) {}

    /** Something that keeps a line from being taken. */
    public record Fault(long line, String code, String field, String message) {}

    static MissionRow of(Mission m) {
        var columns = new LinkedHashMap<String, String>();
        columns.put("code", m.code);
        columns.put("sending_state", m.sendingState);
        columns.put("mission_type", m.type.word());
        columns.put("name_en", m.nameEn);
        columns.put("name_local", m.nameLocal);
        columns.put("host_country", m.hostCountry);
        columns.put("city", m.city);
        columns.put("postal_address", m.postalAddress);
        columns.put("postal_code", m.postalCode);
        columns.put("phone", m.phone);
        columns.put("fax", m.fax);
        columns.put("email", m.email);
        columns.put("website", m.website);
        columns.put("jurisdiction", m.jurisdiction);
        columns.put("source", m.source);
        columns.put("confidence", m.confidence.word());
        columns.put("postal_address_local", m.postalAddressLocal);
        return new MissionRow(0, columns);
    }

    String code() {
        return get("code");
    }

    private String get(String column) {
        return columns.getOrDefault(column, "");
    }

    /** What taking this line over would change; columns that the file lacks stay as they are. */
    List<Difference> differencesFrom(Mission mission) {
        var was = of(mission).columns;
        return was.keySet().stream()
                .filter(columns::containsKey)
                .filter(column -> !Objects.equals(was.get(column), columns.get(column)))
                .map(column -> new Difference(column, was.get(column), columns.get(column)))
                .toList();
    }

    List<Fault> faults(Regions regions) {
        var faults = new ArrayList<Fault>();
        if (!CODE.matcher(code()).matches()) {
            faults.add(fault("code", "use lower-case letters, digits and hyphens, such as cn-jp-osaka"));
        }
        for (var column : REQUIRED_COLUMNS) {
            if (get(column).isEmpty() && !column.equals("code")) {
                faults.add(fault(column, "must not be empty"));
            }
        }
        if (!Countries.known(get("sending_state")) && !get("sending_state").equals("UN")) {
            faults.add(fault("sending_state", "unknown country code " + get("sending_state")));
        }
        if (!Countries.known(get("host_country"))) {
            faults.add(fault("host_country", "unknown country code " + get("host_country")));
        }
        if (MissionType.find(get("mission_type")).isEmpty()) {
            faults.add(fault("mission_type", "unknown type " + get("mission_type")));
        }
        if (Confidence.find(get("confidence")).isEmpty()) {
            faults.add(fault("confidence", "use high, medium or low"));
        }
        if (!get("email").isEmpty() && EmailAddress.parse(get("email")).isEmpty()) {
            faults.add(fault("email", "this is no e-mail address"));
        }
        if (columns.values().stream().anyMatch(value -> value.length() > LONGEST_VALUE)) {
            faults.add(fault("line", "a value is longer than " + LONGEST_VALUE + " characters"));
        }
        JurisdictionText.parse(get("jurisdiction"), regions)
                .faults()
                .forEach(message -> faults.add(fault("jurisdiction", message)));
        return faults;
    }

    Fault fault(String field, String message) {
        return new Fault(line, code(), field, message);
    }

    void writeTo(Mission m, Regions regions) {
        m.code = code();
        m.sendingState = get("sending_state");
        m.type = MissionType.find(get("mission_type")).orElseThrow();
        m.nameEn = get("name_en");
        m.nameLocal = get("name_local");
        m.hostCountry = get("host_country");
        m.city = get("city");
        m.postalAddress = get("postal_address");
        m.postalCode = get("postal_code");
        m.phone = get("phone");
        m.fax = get("fax");
        m.email = get("email");
        m.website = get("website");
        m.source = get("source");
        m.confidence = Confidence.find(get("confidence")).orElseThrow();
        m.postalAddressLocal = get("postal_address_local");
        if (!get("jurisdiction").equals(m.jurisdiction)) {
            m.jurisdiction = get("jurisdiction");
            m.jurisdictions.clear();
            m.jurisdictions.addAll(
                    JurisdictionText.parse(m.jurisdiction, regions).jurisdictions());
        }
    }
}
