package org.demarche.staff.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * A round number of signatures, or the goal.
 *
 * @param on the day it was reached; null for the next one
 */
record Milestone(long n, boolean goal, LocalDate on) {

    private static final long[] STEPS = {1, 2, 5};

    /** Those that were reached, in order, and the next one. */
    static List<Milestone> of(SortedMap<LocalDate, Long> perDay, long goal) {
        var reached = new ArrayList<Milestone>();
        var marks =
                marks(goal, perDay.values().stream().mapToLong(Long::longValue).sum());
        var waiting = marks.iterator();
        long mark = waiting.next();
        long sum = 0;
        for (Map.Entry<LocalDate, Long> day : perDay.entrySet()) {
            sum += day.getValue();
            while (sum >= mark) {
                reached.add(new Milestone(mark, mark == goal, day.getKey()));
                mark = waiting.next();
            }
        }
        reached.add(new Milestone(mark, mark == goal, null));
        return reached;
    }

    /** 100, 200, 500, 1000 and so on to beyond the sum, and the goal among them. */
    private static TreeSet<Long> marks(long goal, long sum) {
        var marks = new TreeSet<Long>();
        marks.add(goal);
        for (long ten = 100; ; ten *= 10) {
            for (long step : STEPS) {
                marks.add(ten * step);
                if (ten * step > sum && ten * step > goal) {
                    return marks;
                }
            }
        }
    }
}
