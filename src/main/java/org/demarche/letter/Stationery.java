package org.demarche.letter;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.common.Language;

/** What stands around a letter that is printed: letterhead, window, foot with reference and page; one XHTML document. */
final class Stationery {

    private Stationery() {}

    static String document(Language language, String title, MergeRecord record, String sheet) {
        var layout = record.layout();
        return """
                <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="%1$s" lang="%1$s">
                <head><title>%2$s</title>%3$s</head>
                <body>
                <div class="foot">%4$s<span class="page"></span></div>
                %5$s%6$s</body>
                </html>
                """.formatted(
                        language.tag(),
                        SheetHtml.escape(title),
                        layout.styleSheets().stream()
                                .map("<link rel=\"stylesheet\" href=\"demarche:%s\"/>"::formatted)
                                .collect(Collectors.joining()),
                        reference(record),
                        layout.hasWindow() ? window(layout, record) : letterhead(record),
                        sheet);
    }

    private static String reference(MergeRecord record) {
        var reference = record.text("letter.reference");
        return reference.isEmpty() ? "" : SheetHtml.escape(reference) + " · ";
    }

    private static String letterhead(MergeRecord record) {
        return "<div class=\"letterhead\"><table><tr><td class=\"mark\"><mark/></td><td>%s</td><td class=\"right\"><small>%s</small></td></tr></table></div>\n"
                .formatted(SheetHtml.escape(record.text("organisation.name")), contact(record));
    }

    /** The window's lines at the left, where an envelope shows them, and the letterhead beside them. */
    private static String window(Layout layout, MergeRecord record) {
        var lines = layout.window().stream().map(SheetHtml::escape).collect(Collectors.joining("<br/>"));
        return ("<div class=\"window\"><table><tr><td class=\"address\"><p class=\"plain\" lang=\"%s\">%s</p></td>"
                        + "<td class=\"right\"><div class=\"mark\"><mark data-gap=\"below\"/></div>%s<br/><small>%s</small></td></tr></table></div>\n")
                .formatted(
                        layout.windowLanguage(),
                        lines,
                        SheetHtml.escape(record.text("organisation.name")),
                        contact(record));
    }

    private static String contact(MergeRecord record) {
        return Stream.of("organisation.address", "organisation.phone", "organisation.website")
                .map(record::text)
                .filter(text -> !text.isEmpty())
                .map(SheetHtml::escape)
                .collect(Collectors.joining("<br/>"));
    }
}
