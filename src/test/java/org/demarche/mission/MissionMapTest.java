package org.demarche.mission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissionMapTest {

    private static MissionsPage.Row row(String code, String city, String style) {
        var mission = new Mission();
        mission.code = code;
        mission.city = city;
        return new MissionsPage.Row(mission, "Mission " + code, city, "high", new Standing(style, style));
    }

    private static double[] box(MissionMap map) {
        return Arrays.stream(map.viewBox().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Test
    void everyCityOfTheDirectoryHasItsPlace() {
        assertThat(Sheet.onClasspath("missions/missions.csv"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(Cities.place(line.get("city")))
                        .as(line.get("city"))
                        .isPresent());
    }

    @Test
    void eastIsRightAndNorthIsUp() {
        var map = MissionMap.of(List.of(row("a", "Tokyo", "ok"), row("b", "Sapporo", "ok"), row("c", "Sydney", "ok")));
        var dots = map.dots();
        assertThat(dots).extracting(MissionMap.Dot::city).containsExactly("Sapporo", "Sydney", "Tokyo");
        assertThat(dots.get(0).y()).isLessThan(dots.get(2).y());
        assertThat(dots.get(1).y()).isPositive();
        assertThat(dots.get(1).x()).isGreaterThan(dots.get(2).x());
    }

    @Test
    void everyDotLiesInThePicture() {
        for (var cities : List.of(List.of("Tokyo"), List.of("Tokyo", "Fukuoka"), List.of("Vancouver", "Wellington"))) {
            var map = MissionMap.of(
                    cities.stream().map(city -> row(city, city, "wait")).toList());
            var box = box(map);
            assertThat(map.dots()).hasSameSizeAs(cities).allSatisfy(dot -> {
                assertThat(dot.x()).isBetween(box[0], box[0] + box[2]);
                assertThat(dot.y()).isBetween(box[1], box[1] + box[3]);
            });
        }
    }

    @Test
    void aCityShowsTheMissionThatNeedsAPersonMost() {
        var map =
                MissionMap.of(List.of(row("a", "Geneva", "ok"), row("b", "Geneva", "no"), row("c", "Geneva", "wait")));
        assertThat(map.dots()).singleElement().satisfies(dot -> {
            assertThat(dot.style()).isEqualTo("no");
            assertThat(dot.said()).contains("Mission a", "Mission b", "Mission c");
        });
    }

    @Test
    void whatHasNoPlaceIsNamedAndNotLost() {
        var map = MissionMap.of(List.of(row("a", "Atlantis", "ok")));
        assertThat(map.dots()).isEmpty();
        assertThat(map.unplaced()).containsExactly("Atlantis");
    }
}
