package org.demarche.letter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.demarche.common.Language;
import org.demarche.pdf.DocumentInfo;
import org.demarche.pdf.PdfRenderer;

/** Writes every letter of the house to target/look/letters, for eyes: {@code java -cp … org.demarche.letter.LookAtLetters}. */
final class LookAtLetters {
    private LookAtLetters() {}

    static List<LetterText> ours() throws Exception {
        try (var files = Files.walk(Path.of("letters"), 2)) {
            return files.filter(file -> file.toString().endsWith(".md") && file.getNameCount() == 3)
                    .sorted()
                    .map(LookAtLetters::read)
                    .toList();
        }
    }

    private static LetterText read(Path file) {
        try {
            var tag = file.getFileName().toString().replace(".md", "");
            return LetterText.parse(Language.of(tag), Files.readString(file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static DocumentInfo info(RenderedLetter letter) {
        return new DocumentInfo(
                letter.subject(), letter.language().locale(), Instant.parse("2027-09-24T01:00:00Z"), "Example");
    }

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createDirectories(Path.of(arguments.length > 0 ? arguments[0] : "target/look/letters"));
        var samples = new LetterSamples();
        var pdf = new PdfRenderer();
        for (var text : ours()) {
            for (var as : List.of("supporter", "organisation", "bare")) {
                var letter = text.render(new LetterTrial(as, null, "").record(text, samples));
                var name = text.title().replaceAll("\\P{L}+", "-");
                var file = folder.resolve(name.substring(0, Math.min(24, name.length())) + "-"
                        + text.language().tag() + "-" + as);
                var paper = pdf.render(letter.xhtml(), info(letter));
                Files.write(Path.of(file + ".pdf"), paper.bytes());
                Files.writeString(Path.of(file + ".txt"), letter.text());
                System.out.printf("%s: %d pages, missing %s%n", file, paper.pages(), paper.missing());
            }
        }
        for (var envelope : List.of(Layout.Envelope.DL, Layout.Envelope.NAGAGATA_3)) {
            var text = ours().stream()
                    .filter(t -> t.language() == Language.JA)
                    .findFirst()
                    .orElseThrow();
            var layout = new Layout(
                    envelope == Layout.Envelope.DL ? Layout.Paper.LETTER : Layout.Paper.A4,
                    envelope,
                    List.of("〒106-0046", "東京都港区元麻布3-4-33", "中華人民共和国駐日本国大使館　御中"),
                    "ja");
            var letter = text.render(samples.in(text).toBuilder().layout(layout).build());
            Files.write(
                    folder.resolve("window-" + envelope + ".pdf"),
                    pdf.render(letter.xhtml(), info(letter)).bytes());
        }
    }
}
