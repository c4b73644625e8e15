package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Who may pass which door, as one list that people can read: src/test/resources/doors.txt. Whoever adds a door or gives a
 * role more changes that list too, and a reviewer sees it.
 */
class DoorsTest {

    @Test
    void everyDoorIsOnTheListWithThoseWhoMayPass() throws IOException {
        try (var list = Objects.requireNonNull(getClass().getResourceAsStream("/doors.txt"))) {
            assertThat(Routes.all().stream().map(Object::toString))
                    .containsExactlyInAnyOrderElementsOf(new String(list.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        }
    }

    /** Those at the desk that everybody may knock at: the sign-in, set-up links, and the mailbox, which asks by itself. */
    @Test
    void nothingAtTheDeskIsForEverybodyButTheWayIn() {
        assertThat(Routes.all())
                .filteredOn(route -> route.path().startsWith("/desk") && route.roles() == null)
                .extracting(Routes.Route::path)
                .allMatch(path -> path.matches(
                        "/desk/(sign-in(/(code|passkey(/question)?))?|sign-out|(setup|reset)/\\{token}|mailbox.*)"));
    }
}
