package org.demarche.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.mission.Mission;

/**
 * How a letter lies on its paper.
 *
 * @param window the lines that show in the window of the envelope; empty for none
 * @param windowLanguage BCP 47 tag of these lines, which the post of the host country reads
 */
public record Layout(Paper paper, Envelope envelope, List<String> window, String windowLanguage) {

    public enum Paper {
        A4,
        LETTER;

        /** Where people print on Letter: CLDR supplemental data, paperSize. */
        private static final Set<String> LETTER_COUNTRIES =
                Set.of("US", "CA", "MX", "PH", "PR", "CL", "CO", "CR", "GT", "NI", "PA", "SV", "VE", "BZ");

        /** The paper by its name; {@link BadInput} for any other word. */
        public static Paper named(String name) {
            return Stream.of(values())
                    .filter(paper -> paper.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new BadInput("paper", "A4 or LETTER"));
        }

        /** The paper that people in this country buy. */
        public static Paper usedIn(String country) {
            return LETTER_COUNTRIES.contains(country) ? LETTER : A4;
        }
    }

    /** Where the window is: DL after DIN 5008 form B, 長形3号 as Japanese makers cut it for A4 folded in three. */
    public enum Envelope {
        NONE,
        DL,
        NAGAGATA_3;

        /** The envelope that people in this country buy. */
        public static Envelope usedIn(String country) {
            return "JP".equals(country) ? NAGAGATA_3 : DL;
        }
    }

    /** A sheet without a window. */
    public static Layout plain(Paper paper) {
        return new Layout(paper, Envelope.NONE, List.of(), "");
    }

    /** A letter that somebody in this country prints, folds and posts to the mission. */
    public static Layout posted(String country, Mission mission) {
        return new Layout(Paper.usedIn(country), Envelope.usedIn(country), lines(mission), mission.hostLanguage());
    }

    /** An office is addressed as such: 御中 in Japan, 귀중 in Korea. */
    private static List<String> lines(Mission mission) {
        var local = mission.localAddressLines();
        if (local.isEmpty()) {
            return Stream.concat(Stream.of(mission.nameIn(Language.EN)), mission.addressLines().stream())
                    .toList();
        }
        var lines = new ArrayList<>(local);
        var honorific = switch (mission.hostLanguage()) {
            case "ja" -> "　御中";
            case "ko" -> " 귀중";
            default -> "";
        };
        lines.set(lines.size() - 1, lines.getLast() + honorific);
        return lines;
    }

    boolean hasWindow() {
        return envelope != Envelope.NONE && !window.isEmpty();
    }

    /** The style sheets of the house for it, the later ones on top. */
    List<String> styleSheets() {
        var sheets = new ArrayList<>(List.of("letter.css"));
        if (paper == Paper.LETTER) {
            sheets.add("us-letter.css");
        }
        if (hasWindow()) {
            sheets.add(envelope == Envelope.DL ? "window-dl.css" : "window-nagagata.css");
        }
        return sheets;
    }
}
