package org.demarche.site.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.demarche.common.Language;
import org.junit.jupiter.api.Test;

/** Kept pages stay within their memory, whoever asks for what. */
class MemoryTest {

    private static final int MEMORY = 1 << 20;

    private final KeptPages pages = new KeptPages(
            new KeptConfig() {
                @Override
                public Duration pagesFresh() {
                    return Duration.ofMinutes(1);
                }

                @Override
                public MemorySize pagesMemory() {
                    return new MemorySize(BigInteger.valueOf(MEMORY));
                }
            },
            Clock.systemUTC());

    @Test
    void whatNobodyAskedForLatelyGoesFirst() {
        var home = new Wanted("/", "", Language.JA);
        keep(home, 0);
        for (int i = 1; i < 500; i++) {
            keep(new Wanted("/campaigns/c" + i, "", Language.JA), i);
            pages.of(home, i);
        }
        assertThat(pages.held()).isBetween(MEMORY / 2L, (long) MEMORY);
        assertThat(pages.last(home)).isPresent();
        assertThat(pages.last(new Wanted("/campaigns/c1", "", Language.JA))).isEmpty();
        assertThat(pages.last(new Wanted("/campaigns/c499", "", Language.JA))).isPresent();
    }

    @Test
    void inventedSourcesDriveNoOtherPageOut() {
        var campaign = new Wanted("/campaigns/c", "", Language.EN);
        keep(campaign, 0);
        for (int i = 1; i < 500; i++) {
            keep(new Wanted("/campaigns/c", "source=s" + i, Language.EN), i);
        }
        assertThat(pages.last(campaign)).isPresent();
        assertThat(pages.held()).isLessThan(MEMORY / 2L);
    }

    @Test
    void aPageThatWasBegunBeforeAChangeIsNotFreshAfterIt() {
        var home = new Wanted("/", "", Language.KO);
        var flight = pages.flight(home, 0, over -> {});
        pages.outdate(null);
        pages.keep(flight, answer());
        assertThat(pages.isFresh(pages.of(home, 1), 1)).isFalse();
        assertThat(pages.last(home)).isPresent();
    }

    private void keep(Wanted wanted, long now) {
        pages.keep(pages.flight(wanted, now, over -> {}), answer());
    }

    private static Answer answer() {
        var content = "x".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        return Answer.of(content, "\"x\"", "text/html", "en", "Cookie");
    }
}
