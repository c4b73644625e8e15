package org.demarche.letter;

import org.demarche.common.Language;

/** The letterhead around a letter that is printed: one XHTML document for the PDF. */
final class Stationery {

    private Stationery() {}

    static String document(Language language, String title, MergeRecord record, String sheet) {
        return """
                <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="%1$s" lang="%1$s">
                <head><title>%2$s</title><link rel="stylesheet" href="demarche:letter.css"/></head>
                <body>
                <div class="letterhead"><table><tr><td>%3$s</td><td class="right"><small>%4$s</small></td></tr></table></div>
                %5$s</body>
                </html>
                """.formatted(
                        language.tag(),
                        SheetHtml.escape(title),
                        SheetHtml.escape(record.text("organisation.name")),
                        SheetHtml.escape(record.text("organisation.website")),
                        sheet);
    }
}
