package org.demarche.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.demarche.common.BadInput;
import org.demarche.common.EmailAddress;
import org.demarche.common.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestTransaction
class MissionsTest {

    @Inject
    Missions missions;

    @Inject
    Regions regions;

    @Test
    void theWholeFileIsTaken() {
        assertThat(Mission.count()).isEqualTo(75);
        var all = missions.list(null, null, null);
        assertThat(all).hasSize(75);
        assertThat(all).allSatisfy(listed -> {
            var mission = listed.mission();
            assertThat(mission.addressLines())
                    .isNotEmpty()
                    .allSatisfy(l -> assertThat(l).doesNotContain("|"));
            assertThat(mission.zone()).isNotNull();
            for (var language : Language.values()) {
                assertThat(mission.nameIn(language)).isNotBlank();
                assertThat(mission.headTitle(language)).isNotBlank();
            }
        });
    }

    @Test
    void nothingThatCameWithTheProgramIsVerified() {
        assertThat(missions.list("CN", "JP", null)).hasSize(7).allSatisfy(listed -> {
            assertThat(listed.mission().verified(Instant.now())).isEmpty();
            assertThat(listed.mission().verifiedAddress(Instant.now())).isEmpty();
        });
        assertThat(missions.byCode("cn-jp-tokyo").orElseThrow().email()).isNotEmpty();
    }

    @Test
    void eachOfThe47PrefecturesHasExactlyOneChineseMission() {
        assertThat(regions.of("JP")).hasSize(47);
        for (var prefecture : regions.of("JP")) {
            var responsible = missions.list("CN", "JP", prefecture).stream()
                    .filter(Missions.Listed::responsible)
                    .toList();
            assertThat(responsible).as(prefecture).hasSize(1);
            assertThat(missions.responsible("CN", "JP", prefecture))
                    .contains(responsible.getFirst().mission());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "JP, JP-13, cn-jp-tokyo",
        "JP, JP-04, cn-jp-niigata",
        "JP, JP-42, cn-jp-nagasaki",
        "JP, JP-35, cn-jp-fukuoka",
        "JP, JP-27, cn-jp-osaka",
        "JP, , cn-jp-tokyo",
        "KR, KR-49, cn-kr-jeju",
        "US, US-TX, cn-us-washington",
        "GB, GB-ENG, cn-gb-london",
        "CA, CA-ON, cn-ca-toronto",
        "CA, CA-QC, cn-ca-montreal",
        "NZ, NZ-WGN, cn-nz-wellington",
        "NZ, NZ-AUK, cn-nz-auckland",
        "FR, FR-IDF, cn-fr-paris",
        "FR, FR-974, cn-fr-saintdenis",
        "MC, , cn-fr-paris",
        "SG, SG-01, cn-sg-singapore",
    })
    void theDistrictDecidesAndTheRestGoesToTheEmbassy(String country, String region, String expected) {
        assertThat(missions.responsible("CN", country, region))
                .hasValueSatisfying(m -> assertThat(m.code()).isEqualTo(expected));
    }

    @Test
    void anEmbassyWithoutDistrictsAnswersForItsCountry() {
        assertThat(missions.responsible("US", "JP", "JP-13"))
                .hasValueSatisfying(m -> assertThat(m.code()).isEqualTo("us-jp-tokyo"));
    }

    @Test
    void nobodyAnswersWhereNoMissionStands() {
        assertThat(missions.responsible("CN", "BR", null)).isEmpty();
        assertThat(missions.list("CN", "BR", null)).isEmpty();
    }

    @Test
    void bothMissionsOfADividedStateAreMarkedAndComeFirst() {
        var california = missions.list("CN", "US", "US-CA");
        assertThat(california)
                .filteredOn(Missions.Listed::responsible)
                .extracting(l -> l.mission().code())
                .containsExactlyInAnyOrder("cn-us-sanfrancisco", "cn-us-losangeles");
        assertThat(california.subList(0, 2)).allMatch(Missions.Listed::responsible);
        assertThat(missions.list("CN", "FR", "FR-BFC"))
                .filteredOn(Missions.Listed::responsible)
                .extracting(l -> l.mission().code())
                .containsExactly("cn-fr-strasbourg", "cn-fr-paris");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JP-48", "US-CA", "13", "x"})
    void aRegionOfAnotherCountryIsRefused(String region) {
        assertThatThrownBy(() -> missions.responsible("CN", "JP", region)).isInstanceOf(BadInput.class);
    }

    @Test
    void namesTitlesAndCitiesAreInTheReadersLanguage() {
        var osaka = missions.byCode("cn-jp-osaka").orElseThrow();
        assertThat(osaka.nameIn(Language.JA)).isEqualTo("中華人民共和国駐大阪総領事館");
        assertThat(osaka.nameIn(Language.ZH_HANS)).isEqualTo("中华人民共和国驻大阪总领事馆");
        assertThat(osaka.nameIn(Language.KO)).startsWith("Consulate-General");
        assertThat(osaka.headTitle(Language.EN)).isEqualTo("Consul-General");
        assertThat(osaka.headTitle(Language.JA)).isEqualTo("総領事");
        assertThat(osaka.city(Language.KO)).isEqualTo("오사카");
        assertThat(osaka.addressLines(Language.JA).getFirst()).isEqualTo("〒550-0004");
        assertThat(osaka.addressLines(Language.KO).getFirst()).isEqualTo("3-9-2 Utsubo-Honmachi");
        var seoul = missions.byCode("cn-kr-seoul").orElseThrow();
        assertThat(seoul.nameIn(Language.KO)).isEqualTo("주한중국대사관");
        assertThat(seoul.headTitle(Language.ZH_HANS)).isEqualTo("大使");
        assertThat(missions.byCode("jp-gov-mofa").orElseThrow().nameIn(Language.JA))
                .isEqualTo("外務省");
        assertThat(missions.byCode("cn-us-chicago").orElseThrow().nameIn(Language.ZH_HANS))
                .contains("芝加哥");
    }

    @ParameterizedTest
    @CsvSource({
        "cn-jp-sapporo, Asia/Tokyo",
        "cn-us-losangeles, America/Los_Angeles",
        "cn-un-newyork, America/New_York",
        "cn-au-perth, Australia/Perth",
        "cn-fr-saintdenis, Indian/Reunion",
        "cn-in-newdelhi, Asia/Kolkata"
    })
    void quietHoursFollowTheMissionsOwnClock(String code, String zone) {
        assertThat(missions.byCode(code).orElseThrow().zone()).isEqualTo(ZoneId.of(zone));
    }

    @Test
    void everyMissionsZoneIsKnown() {
        assertThat(missions.list(null, null, null))
                .noneMatch(l -> l.mission().zone().equals(java.time.ZoneOffset.UTC));
    }

    @Test
    void aVerificationAgesAfterAYearAndKeepsItsHistory() {
        var then = Instant.parse("2026-01-01T00:00:00Z");
        var mission = missions.byCode("cn-jp-niigata").orElseThrow();
        mission.verify("kim", "office@example.org", "rang them up", then);
        mission.verify("lee", "desk@example.org", "", then.plus(Duration.ofDays(30)));
        assertThat(mission.verifiedAddress(then.plus(Duration.ofDays(31))))
                .contains(new EmailAddress("desk@example.org"));
        assertThat(mission.verifiedAddress(then.plus(Duration.ofDays(30 + 364))))
                .isPresent();
        assertThat(mission.verifiedAddress(then.plus(Duration.ofDays(30 + 365))))
                .isEmpty();
        Mission.flush();
        assertThat(Verification.<Verification>list("mission.code", "cn-jp-niigata"))
                .extracting(Verification::by)
                .containsExactlyInAnyOrder("kim", "lee");
    }

    @Test
    void anAddressChangedSinceItsVerificationIsNotVerified() {
        var now = Instant.parse("2026-01-01T00:00:00Z");
        var mission = missions.byCode("cn-jp-niigata").orElseThrow();
        mission.verify("kim", "office@example.org", "", now);
        mission.email = "other@example.org";
        assertThat(mission.verified(now)).isEmpty();
        assertThat(mission.verifiedAddress(now)).isEmpty();
    }

    @Test
    void aMissionFoundToHaveNoAddressIsVerifiedAndGetsNoMail() {
        var mission = missions.verify("cn-jp-sapporo", " ", "no address on its site", "kim");
        assertThat(mission.verified(Instant.now())).isPresent();
        assertThat(mission.verifiedAddress(Instant.now())).isEmpty();
    }

    @Test
    void noAddressIsVerifiedThatIsNone() {
        assertThatThrownBy(() -> missions.verify("cn-jp-sapporo", "not an address", "", "kim"))
                .isInstanceOf(BadInput.class);
    }
}
