package org.demarche.staff.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * One row of a chart of lying bars.
 *
 * @param most the largest of the chart, which fills the width
 */
public record Share(String label, long n, long most) {

    /** The first ones by themselves, the others added up; {@code all} stands in the table behind. */
    static List<Share> largest(List<Share> all, int shown) {
        if (all.size() <= shown + 1) {
            return all;
        }
        var few = new ArrayList<>(all.subList(0, shown));
        long rest = all.subList(shown, all.size()).stream().mapToLong(Share::n).sum();
        few.add(new Share(
                (all.size() - shown) + " others",
                rest,
                Math.max(rest, all.getFirst().most())));
        return few;
    }
}
