package org.demarche.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.openpdf.text.pdf.PdfTemplate;

/**
 * Lines that many copies of a letter share, such as the country it is written from: together with their page they are
 * written into the file once. Bounded, whatever is written.
 *
 * @param <T> a filled line
 */
final class Repeats<T> {
    private static final int OFTEN = 3;
    private static final int LINES_WATCHED = 2_000;
    private static final int IMAGES = 200;

    private final Map<T, Integer> seen = new HashMap<>();
    private final Map<Image<T>, PdfTemplate> images = new HashMap<>();

    /** @param shared the lines on it */
    record Image<T>(int page, List<T> shared) {}

    /** Whether this line was written some times before. */
    boolean isOften(T line) {
        if (seen.size() >= LINES_WATCHED && !seen.containsKey(line)) return false;
        return seen.merge(line, 1, Integer::sum) > OFTEN;
    }

    /** The page with these lines; empty without such lines, or where there are too many of the kind. */
    Optional<PdfTemplate> image(Image<T> wanted, Supplier<PdfTemplate> make) {
        if (wanted.shared.isEmpty() || images.size() >= IMAGES && !images.containsKey(wanted)) return Optional.empty();
        return Optional.of(images.computeIfAbsent(wanted, w -> make.get()));
    }
}
