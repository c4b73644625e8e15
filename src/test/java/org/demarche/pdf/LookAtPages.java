package org.demarche.pdf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the samples to target/look, for eyes: {@code java -cp … org.demarche.pdf.LookAtPages}. */
final class LookAtPages {
    private LookAtPages() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createDirectories(Path.of("target/look"));
        var pages = Map.of(
                "en", Samples.english(),
                "ja", Samples.japanese(),
                "ko", Samples.korean(),
                "zh-Hans", Samples.chinese(),
                "names", Samples.names(),
                "sheet", Samples.sheet(120),
                "cover", Samples.cover());
        var renderer = new PdfRenderer();
        for (var page : pages.entrySet()) {
            var language = page.getKey().length() == 2 || page.getKey().startsWith("zh") ? page.getKey() : "en";
            var rendered = renderer.render(page.getValue(), Samples.info(language));
            Files.write(folder.resolve(page.getKey() + ".pdf"), rendered.bytes());
            System.out.printf(
                    "%s: %d pages, %d bytes, missing %s%n",
                    page.getKey(), rendered.pages(), rendered.bytes().length, rendered.missing());
        }
    }
}
