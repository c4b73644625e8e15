package org.demarche.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("quick")
class DisclosedTest {

    private static final Person HANA =
            new Person("Hana Mori", "hana@example.org", "JP-04", "Sendai", "Please let them go.", null);

    private static Disclosed line(Disclosure disclosure, Person person) {
        return Disclosed.of(disclosure, person, "Japan", code -> "Miyagi").orElseThrow();
    }

    @Test
    void fullShowsNamePlaceAndComment() {
        assertThat(line(Disclosure.FULL, HANA))
                .isEqualTo(new Disclosed("Hana Mori", "Sendai", "Japan", "Please let them go."));
    }

    @Test
    void initialsShowNoTown() {
        assertThat(line(Disclosure.INITIALS, HANA))
                .isEqualTo(new Disclosed("H. M.", "", "Japan", "Please let them go."));
    }

    @Test
    void countryShowsNothingElse() {
        assertThat(line(Disclosure.COUNTRY, HANA)).isEqualTo(new Disclosed("", "", "Japan", ""));
    }

    @Test
    void countedIsOnNoLine() {
        assertThat(Disclosed.of(Disclosure.COUNTED, HANA, "Japan", code -> code))
                .isEmpty();
    }

    @Test
    void aNameWithoutSpacesAndWithoutGivenInitialsIsPrintedAsCountry() {
        var person = new Person("山田太郎", "t@example.org", null, null, "平和を", null);
        assertThat(line(Disclosure.INITIALS, person)).isEqualTo(new Disclosed("", "", "Japan", ""));
        var withInitials = new Person("山田太郎", "t@example.org", null, null, null, "T. Y.");
        assertThat(line(Disclosure.INITIALS, withInitials).name()).isEqualTo("T. Y.");
    }

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Thị Hương, N. T. H.",
        "hana mori, H. M.",
        "Ana Maria de la Cruz, A. M. D.",
        "Лена Орлова, Л. О.",
        "山田 太郎, ''",
        "김 철수, ''",
        "محمد علي, ''",
        "🙂 🙃, ''",
        "<b> x, ''"
    })
    void initialsAreTheFirstLettersOfTheWords(String name, String initials) {
        assertThat(Disclosed.initials(new Person(name, "a@example.org", null, null, null, null)))
                .isEqualTo(initials);
    }
}
