package org.demarche.pdf;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Turns one XHTML document into one PDF/A-2b file; may be used by any number of threads. */
@ApplicationScoped
public class PdfRenderer {
    /**
     * Renders a document whose style sheets are ours, linked as {@code demarche:letter.css}, {@code demarche:sheet.css}
     * or {@code demarche:cover.css}. Nothing else that it names is loaded. Throws IllegalArgumentException if it is not
     * well-formed.
     */
    public Rendered render(String xhtml, DocumentInfo info) {
        return render(List.of(xhtml), info);
    }

    /** Renders several such documents into one file, each on pages of its own. */
    public Rendered render(List<String> xhtmls, DocumentInfo info) {
        var out = new ByteArrayOutputStream(64 * 1024);
        var volume = PdfVolume.open(out, info);
        try (volume) {
            xhtmls.forEach(volume::add);
        }
        return new Rendered(out.toByteArray(), volume.pages(), volume.missing());
    }
}
