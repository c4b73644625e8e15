package org.demarche.signing.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** The file as it leaves: noted in the trail before its first byte, with the number of that note in every line. */
@ApplicationScoped
class ExportFile {

    private final SignatureExport signatures;

    ExportFile(SignatureExport signatures) {
        this.signatures = signatures;
    }

    /** @param grounds on which it leaves, for the trail */
    Response of(String slug, ExportFormat format, String actor, String grounds) {
        var id = signatures.begin(slug, actor, grounds);
        StreamingOutput body = out -> {
            try (var lines = format.open(out)) {
                signatures.write(slug, id, lines);
            }
        };
        var name = "signatures-" + slug + "-" + id + "." + format.ending();
        return Response.ok(body, format.type())
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
