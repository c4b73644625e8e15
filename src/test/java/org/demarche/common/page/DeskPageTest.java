package org.demarche.common.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class DeskPageTest {

    @Test
    void tabsAreShownToThoseWhoMayOpenThem() {
        var exporter = at("exporter", "coordinator");

        assertThat(exporter.opens("missions")).isTrue();
        assertThat(exporter.opens("bundles")).isTrue();
        assertThat(exporter.opens("deliveries")).isFalse();
        assertThat(exporter.opens("staff")).isFalse();
        assertThat(exporter.role()).isEqualTo("exporter, coordinator");
    }

    @Test
    void anAdminOpensEveryTabAndIsCalledThatAlone() {
        var admin = at("admin", "campaigner", "moderator", "exporter", "coordinator");

        assertThat(admin.opens("staff")).isTrue();
        assertThat(admin.opens("audit")).isTrue();
        assertThat(admin.role()).isEqualTo("admin");
    }

    private static DeskPage at(String... roles) {
        return DeskPage.of("Missions", "missions", "Kim", Set.of(roles)::contains);
    }
}
