package org.demarche.site;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** axe-core in a page: what it finds against WCAG 2.2 AA and its own best practice. */
final class Axe {

    private static final String SCRIPT = read();

    private static final String FINDINGS = """
            async only => {
              const options = { resultTypes: ['violations'] };
              options.runOnly = only ? { type: 'rule', values: [only] }
                  : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
              const found = await axe.run(document, options);
              return found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 160) + ' | '
                  + n.failureSummary.replaceAll('\\n', ' ').slice(0, 200)).slice(0, 3).join('; '));
            }""";

    private Axe() {}

    /** Everything. */
    static List<String> findings(Page page) {
        return run(page, null);
    }

    /** Only what the colours decide: for a second look at the same page in another scheme. */
    static List<String> ofColours(Page page) {
        return run(page, "color-contrast");
    }

    @SuppressWarnings("unchecked")
    private static List<String> run(Page page, String only) {
        if (!(Boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(SCRIPT);
        }
        return (List<String>) page.evaluate(FINDINGS, only);
    }

    private static String read() {
        try (var file = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
