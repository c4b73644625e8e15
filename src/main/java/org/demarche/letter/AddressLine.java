package org.demarche.letter;

import java.util.List;
import org.demarche.common.Language;
import org.demarche.mission.Mission;

/** A mission's postal address on one line, in the manner of the language. */
final class AddressLine {

    private AddressLine() {}

    static String of(Mission mission, Language language) {
        var lines = mission.addressLines(language);
        return switch (language) {
            case EN -> String.join(", ", lines);
            case JA -> String.join("　", withoutName(lines, mission));
            case KO, ZH_HANS ->
                lines.equals(mission.addressLines())
                        ? String.join(", ", lines)
                        : String.join(" ", withoutName(lines, mission));
        };
    }

    /** Local addresses are written for envelopes: postcode, street, and the mission's name, which the letter gives itself. */
    private static List<String> withoutName(List<String> lines, Mission mission) {
        return lines.equals(mission.localAddressLines()) && lines.size() > 2 ? lines.subList(0, 2) : lines;
    }
}
