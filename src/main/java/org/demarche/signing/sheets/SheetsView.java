package org.demarche.signing.sheets;

import java.util.List;
import org.demarche.common.Language;
import org.demarche.common.page.DeskPage;

/**
 * The sheets of a campaign at the desk.
 *
 * @param typed what was typed for a number that does not fit; empty at first
 * @param problem what is wrong with it; null for nothing
 */
public record SheetsView(
        DeskPage page, String slug, String title, List<Row> rows, long total, String typed, String problem) {

    /** @param waits whether somebody has yet to type it, once or a second time */
    public record Row(String serial, String printed, String state, String style, boolean waits) {}

    /** One sheet being typed in. */
    public record Typing(
            DeskPage page,
            String slug,
            String title,
            String serial,
            List<TypedLine> lines,
            List<String> problems,
            String done) {}

    public List<Language> languages() {
        return List.of(Language.values());
    }
}
