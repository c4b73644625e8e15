package org.demarche.letter;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.demarche.common.Language;
import org.demarche.letter.CampaignLetter.Writer;
import org.demarche.pdf.DocumentInfo;
import org.demarche.pdf.PdfVolume;

/** Prints what one volume of many reflowing letters holds in memory as it grows. */
final class HeapOverLetters {
    private static final int LETTERS = 10_000;

    private HeapOverLetters() {}

    static void print(Circular circular, List<Writer> writers) {
        var words = MergeRecordSamples.comment(Language.EN);
        var info = new DocumentInfo("Bench", Language.EN.locale(), Instant.parse("2026-09-24T00:00:00Z"), "Bench");
        System.out.printf("%nHeap in use after a collection, one volume of reflowing letters%n");
        try (var volume = PdfVolume.open(OutputStream.nullOutputStream(), info)) {
            for (int i = 1; i <= LETTERS; i++) {
                var copy = circular.by(PdfBench.writer(writers, i), words);
                volume.add(copy.form(), copy.values(), null);
                if (i % 2_000 == 0) System.out.printf("%,8d letters %8.1f MB%n", i, heapInUse() / 1e6);
            }
        }
    }

    private static long heapInUse() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
