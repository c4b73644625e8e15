package org.demarche.mission;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demarche.common.Language;

/** A mission as the public may see it; the e-mail address only where staff ask. */
public record MissionItem(
        String code,
        String sendingState,
        MissionType type,
        Map<String, String> names,
        String city,
        String country,
        List<String> address,
        List<String> addressLocal,
        String phone,
        String website,
        String jurisdiction,
        List<Jurisdiction> jurisdictions,
        Confidence confidence,
        boolean verified,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant verifiedAt,
        boolean responsible,
        @JsonInclude(JsonInclude.Include.NON_NULL) String email) {

    static MissionItem of(Missions.Listed listed, boolean forStaff, Instant now) {
        var m = listed.mission();
        return new MissionItem(
                m.code,
                m.sendingState,
                m.type,
                inEachLanguage(m::nameIn),
                m.city,
                m.hostCountry,
                m.addressLines(),
                m.localAddressLines(),
                m.phone,
                m.website,
                m.jurisdiction,
                m.jurisdictions(),
                m.confidence,
                m.verified(now).isPresent(),
                m.newest().map(Verification::at).orElse(null),
                listed.responsible(),
                forStaff ? m.email : null);
    }

    static Map<String, String> inEachLanguage(Function<Language, String> name) {
        return Arrays.stream(Language.values()).collect(Collectors.toMap(Language::tag, name));
    }

    /** Everything about one mission, for staff. */
    public record Whole(
            @JsonUnwrapped MissionItem mission,
            Map<String, String> headTitles,
            String zone,
            String fax,
            String postalCode,
            String source,
            List<Check> verifications) {

        static Whole of(Mission m, Instant now) {
            return new Whole(
                    MissionItem.of(new Missions.Listed(m, false), true, now),
                    inEachLanguage(m::headTitle),
                    m.zone().getId(),
                    m.fax,
                    m.postalCode,
                    m.source,
                    m.verifications().stream().map(Check::of).toList());
        }
    }

    /** One verification in a mission's history. */
    public record Check(Instant at, String by, String email, String note) {

        static Check of(Verification v) {
            return new Check(v.at, v.by, v.email, v.note);
        }
    }
}
