package org.demarche.bundle.print;

import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.pdf.PdfVolume;

/**
 * What became of a volume.
 *
 * @param missing code points for which we have no glyph; each stands as □, and staff should know before it is carried
 */
record Printed(int pages, Set<Integer> missing) {

    /** More than these would say no more. */
    private static final int NAMED = 30;

    /** Of a volume that is closed. */
    static Printed of(PdfVolume volume) {
        return new Printed(volume.pages(), volume.missing());
    }

    /** The characters, by code and as themselves: {@code U+13000 𓀀}; empty for none. */
    String missingNamed() {
        return missing.stream()
                .sorted()
                .limit(NAMED)
                .map(c -> "U+%04X %s".formatted(c, Character.toString(c)))
                .collect(Collectors.joining(", "));
    }
}
