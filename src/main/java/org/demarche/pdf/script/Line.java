package org.demarche.pdf.script;

import java.util.List;
import java.util.Set;

/** A string ready to be drawn: its pieces from left to right, and the code points for which no face has a glyph. */
record Line(List<Piece> pieces, double width, Set<Integer> missing) {

    Line(List<Piece> pieces, Set<Integer> missing) {
        this(List.copyOf(pieces), pieces.stream().mapToDouble(Piece::width).sum(), Set.copyOf(missing));
    }
}
