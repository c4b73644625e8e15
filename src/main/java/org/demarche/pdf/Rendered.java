package org.demarche.pdf;

import java.util.Set;

/**
 * A finished PDF.
 *
 * @param missing code points for which no face of ours has a glyph; each was drawn as □ and is extracted as itself
 */
public record Rendered(byte[] bytes, int pages, Set<Integer> missing) {}
