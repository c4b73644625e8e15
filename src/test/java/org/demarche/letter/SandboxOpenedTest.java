package org.demarche.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.qute.Engine;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import org.demarche.common.Language;
import org.demarche.common.page.DeskPage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the sandbox refuses is no gibberish: the engine of the pages, which has no sandbox, does every one of these. */
@QuarkusTest
class SandboxOpenedTest {

    private static final String FRONT = "---\ntitle: \"t\"\nsubject: \"s\"\n---\n";

    @Inject
    Engine engine;

    static List<String> templates() {
        return Reaching.TEMPLATES;
    }

    @ParameterizedTest
    @MethodSource("templates")
    void anOpenEngineObeysWhatALetterIsRefused(String template) {
        var record = MergeRecord.builder()
                .comment("words")
                .signer("Hana Mori", "Sendai", "", "Japan")
                .signatory("a", "b")
                .build();

        var values = new HashMap<String, Object>(record.values());
        values.put("page", new DeskPage("t", "", "", ""));
        values.put("assets", "v");

        assertThat(engine.parse(template).data(values).render()).isNotNull();

        assertThatThrownBy(() -> LetterText.parse(Language.EN, FRONT + template))
                .isInstanceOfSatisfying(LetterFault.class, fault -> {
                    assertThat(fault.line()).isEqualTo(5);
                    assertThat(fault.column()).isPositive();
                });
    }
}
