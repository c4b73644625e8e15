package org.demarche.staff.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MilestoneTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 8, 1);

    @Test
    void eachRoundNumberHasItsDayAndTheNextOneIsStillToCome() {
        var perDay = new TreeMap<>(Map.of(FIRST, 90L, FIRST.plusDays(1), 120L, FIRST.plusDays(5), 200L));
        assertThat(Milestone.of(perDay, 300))
                .containsExactly(
                        new Milestone(100, false, FIRST.plusDays(1)),
                        new Milestone(200, false, FIRST.plusDays(1)),
                        new Milestone(300, true, FIRST.plusDays(5)),
                        new Milestone(500, false, null));
    }

    @Test
    void beforeTheFirstSignatureTheNearestIsToCome() {
        assertThat(Milestone.of(new TreeMap<>(), 50)).containsExactly(new Milestone(50, true, null));
    }

    @Test
    void farBeyondTheGoalThereIsAlwaysANextOne() {
        var perDay = new TreeMap<>(Map.of(FIRST, 999_999L));
        assertThat(Milestone.of(perDay, 100).getLast()).isEqualTo(new Milestone(1_000_000, false, null));
    }
}
