package org.demarche.mission;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.demarche.common.Audited;
import org.demarche.common.BadInput;
import org.demarche.common.EmailAddress;
import org.demarche.common.Refusal;
import org.demarche.common.Text;

/** The directory: who is there, and who is responsible for a place. */
@ApplicationScoped
public class Missions {

    private final Clock clock;
    private final Regions regions;
    private final Event<Audited> audit;

    Missions(Clock clock, Regions regions, Event<Audited> audit) {
        this.clock = clock;
        this.regions = regions;
        this.audit = audit;
    }

    /** A mission in a list; {@code responsible} where it answers for the place that was asked about. */
    public record Listed(Mission mission, boolean responsible) {}

    public Optional<Mission> byCode(String code) {
        return Mission.findByIdOptional(code);
    }

    /**
     * The missions in or for a country, the responsible one first. Where a region is divided, each of its missions is
     * marked: which one it is, is for the person who lives there to say.
     *
     * @param sendingState whose missions; null for anybody's
     * @param country ISO 3166-1; null for the whole directory
     * @param region ISO 3166-2; null where unknown
     */
    public List<Listed> list(String sendingState, String country, String region) {
        check(country, region);
        var all = of(sendingState);
        if (country == null) {
            return all.stream()
                    .sorted(ORDER)
                    .map(mission -> new Listed(mission, false))
                    .toList();
        }
        var responsible =
                all.stream().collect(groupingBy(Mission::sendingState, TreeMap::new, toList())).values().stream()
                        .flatMap(ofOneState -> answering(ofOneState, country, region).stream())
                        .toList();
        var others = all.stream()
                .filter(mission -> !responsible.contains(mission) && mission.concerns(country))
                .sorted(ORDER);
        return Stream.concat(
                        responsible.stream().map(mission -> new Listed(mission, true)),
                        others.map(mission -> new Listed(mission, false)))
                .toList();
    }

    /**
     * The mission that answers for a place: the one whose district the region is, else the one for the rest of the
     * country, else the embassy there. Where a region is divided, the one that has its larger remainder.
     */
    public Optional<Mission> responsible(String sendingState, String country, String region) {
        check(country, region);
        return answering(of(sendingState), country, region).stream().findFirst();
    }

    /** Whether a mission of this state is among them. */
    public boolean anyOf(String sendingState, List<String> codes) {
        return codes.stream().flatMap(code -> byCode(code).stream()).anyMatch(m -> m.sendingState.equals(sendingState));
    }

    /** Notes that this person found the mission's address right today; an empty e-mail: that it has none. */
    @Transactional
    public Mission verify(String code, String email, String note, String actor) {
        var mission = byCode(code).orElseThrow(() -> Refusal.unknown("no mission " + code));
        var typed = Text.line(email);
        var address = typed.isEmpty()
                ? ""
                : EmailAddress.parse(typed)
                        .orElseThrow(() -> new BadInput("email", "this is no e-mail address"))
                        .value();
        var words = Text.line(note);
        if (Text.length(words) > 1000) {
            throw new BadInput("note", "at most 1000 characters");
        }
        var now = clock.instant();
        if (!address.equals(mission.email)) {
            MissionChange.note(code, actor, new MissionRow.Difference("email", mission.email, address), now);
        }
        mission.verify(actor, address, words, now);
        audit.fire(new Audited(actor, "mission.verify", code, address.isEmpty() ? "no e-mail address" : null));
        return mission;
    }

    private static final Comparator<Mission> ORDER = Comparator.comparing((Mission m) -> m.sendingState)
            .thenComparing(m -> m.hostCountry)
            .thenComparing(m -> m.type)
            .thenComparing(m -> m.code);

    private static List<Mission> of(String sendingState) {
        return sendingState == null ? Mission.listAll() : Mission.list("sendingState", sendingState);
    }

    private static List<Mission> answering(List<Mission> missions, String country, String region) {
        var forRegion = missions.stream()
                .filter(m -> m.jurisdictions.stream().anyMatch(j -> j.covers(country, region)))
                .sorted(Comparator.comparing((Mission m) -> !m.hasWholeOrRemainder(country, region))
                        .thenComparing(m -> m.code))
                .toList();
        var rest = missions.stream()
                .filter(m -> m.jurisdictions.stream().anyMatch(j -> j.isRestOf(country)))
                .sorted(ORDER)
                .limit(1);
        if (forRegion.stream().anyMatch(m -> m.hasWholeOrRemainder(country, region))) {
            return forRegion;
        }
        var parted = Stream.concat(forRegion.stream(), rest).toList();
        return parted.isEmpty() ? embassy(missions, country) : parted;
    }

    private static List<Mission> embassy(List<Mission> missions, String country) {
        return missions.stream()
                .filter(m -> m.type == MissionType.EMBASSY && m.hostCountry.equals(country))
                .sorted(ORDER)
                .limit(1)
                .toList();
    }

    private void check(String country, String region) {
        if (country != null && !Countries.known(country)) {
            throw new BadInput("country", "unknown country; use ISO 3166-1 alpha-2");
        }
        if (country != null && region != null && !regions.of(country).isEmpty() && !regions.belongs(country, region)) {
            throw new BadInput("region", "no region of this country; use ISO 3166-2");
        }
    }
}
