package org.demarche.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class ApiTokensTest {

    @Test
    void severalTokensAreReadAndTheTokenMayHoldColons() {
        var bearers = ApiTokens.parse("ci:campaigner:aaaaaaaaaaaaaaaaaaaaaaaa, ops:admin:bb:bb:bbbbbbbbbbbbbbbbbbbbbb");
        assertThat(bearers).extracting(ApiTokens.Bearer::name).containsExactly("ci", "ops");
        assertThat(bearers.get(1).digest())
                .isEqualTo(new org.demarche.common.Token("bb:bb:bbbbbbbbbbbbbbbbbbbbbb").hash());
    }

    @Test
    void noSettingMeansNoTokens() {
        assertThat(ApiTokens.parse(" ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cret-token",
                "ci:s3cret-token",
                "ci:boss:s3cret-token",
                ":admin:s3cret-token",
                "ci:admin:",
                "ci:ADMIN:s3cret-token",
                "ci:admin:s3cret-token,",
                "ci:admin:s3cret-token,mo:moderator:s3cret-token",
                "system:admin:s3cret-token"
            })
    void aSettingThatCannotBeReadStopsTheStartAndKeepsTheTokenToItself(String setting) {
        assertThatThrownBy(() -> ApiTokens.parse(setting))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("DEMARCHE_API_TOKENS")
                .hasMessageContaining("entry")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void adminIsGrantedWhatTheOthersAre() {
        assertThat(Role.granted(java.util.Set.of(Role.ADMIN)))
                .containsExactlyInAnyOrder("admin", "campaigner", "moderator", "exporter", "coordinator");
        assertThat(Role.granted(java.util.Set.of(Role.MODERATOR))).containsExactly("moderator");
    }
}
