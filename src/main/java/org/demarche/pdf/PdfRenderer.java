package org.demarche.pdf;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Turns one XHTML document into one PDF/A-2b file; may be used by any number of threads. */
@ApplicationScoped
public class PdfRenderer {
    /** Idle presses keep their parsed style sheets; more than one a core would only hold memory. */
    private final BlockingQueue<Press> idle =
            new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

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
        var press = idle.poll();
        if (press == null) press = new Press();
        var out = new ByteArrayOutputStream(64 * 1024);
        var volume = new PdfVolume(press, out, info);
        try (volume) {
            xhtmls.forEach(volume::add);
        }
        var rendered = new Rendered(out.toByteArray(), volume.pages(), volume.missing());
        // After a failure the press is thrown away with whatever state it was in.
        idle.offer(press);
        return rendered;
    }
}
