package org.demarche.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.demarche.common.Language;
import org.demarche.common.page.Wording;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WordingTest {

    @Test
    void everyLanguageHasItsOwnWords() {
        assertThat(Wording.of(SiteMessages.class, Language.EN).skip()).isEqualTo("Skip to the text");
        assertThat(Wording.of(SiteMessages.class, Language.JA).skip()).isEqualTo("本文へ");
        assertThat(Wording.of(SiteMessages.class, Language.KO).skip()).isEqualTo("본문으로");
        assertThat(Wording.of(SiteMessages.class, Language.ZH_HANS).skip()).isEqualTo("跳到正文");
    }
}
