package org.demarche.letter;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.common.Language;
import org.demarche.letter.CampaignLetter.Writer;
import org.demarche.pdf.Binding;
import org.demarche.pdf.DocumentInfo;
import org.demarche.pdf.PdfVolume;
import org.demarche.pdf.Seal;
import org.demarche.pdf.SealKey;

/**
 * {@code bin/bench bundle}, one part a process, so that each shows its own memory: {@code reflow|fixed|lane <letters>},
 * {@code sheets <rows>}, {@code make <file> <MB>} and {@code seal <file>}. Volumes are printed and sealed as in a bundle,
 * without the database. The last line is: bytes, CPU seconds, seconds, peak heap in MiB, as -Xmx counts, and peak RSS in MB.
 */
final class BundleBench {
    private static final DocumentInfo INFO =
            new DocumentInfo("Bench", Language.EN.locale(), Instant.parse("2026-09-24T00:00:00Z"), "Bench");

    private static final int LETTERS_A_VOLUME = 1_000;
    private static final int ROWS_A_VOLUME = 5_000;
    private static final int ROWS_AT_A_TIME = 500;

    private static long bytes;
    private static long peakHeap;

    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        switch (args[0]) {
            case "lane" -> lane(Integer.parseInt(args[1]));
            case "reflow" -> letters(Integer.parseInt(args[1]), MergeRecordSamples.comment(Language.EN));
            case "fixed" -> letters(Integer.parseInt(args[1]), "");
            case "sheets" -> sheets(Integer.parseInt(args[1]));
            case "make" -> make(Path.of(args[1]), Long.parseLong(args[2]) * 1_000_000);
            case "seal" -> seal(Path.of(args[1]));
            default -> throw new IllegalArgumentException(args[0]);
        }
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.printf(
                "%d %.2f %.2f %.0f %.0f%n",
                bytes,
                system.getProcessCpuTime() / 1e9,
                (System.nanoTime() - start) / 1e9,
                peakHeap / (double) (1 << 20),
                peakRss());
    }

    private static void letters(int letters, String words) throws IOException {
        var circular = MergeRecordSamples.circular(Language.EN);
        var seal = new Seal(key());
        for (int from = 0; from < letters; from += LETTERS_A_VOLUME) {
            var pdf = new ByteArrayOutputStream(4 << 20);
            int to = Math.min(letters, from + LETTERS_A_VOLUME);
            try (var volume = PdfVolume.open(pdf, INFO, new Binding(Language.EN.locale(), "Letters, volume 1"))) {
                for (int i = from; i < to; i++) {
                    var writer = new Writer("Hana Mori " + i, "Sendai", "Japan", "Japan");
                    var copy = circular.by(writer, words);
                    volume.add(
                            copy.form(), copy.values(), "Letter " + (i - from + 1) + ": Hana Mori " + i + ", Sendai");
                }
                for (int at = from; at < to; at += ROWS_AT_A_TIME) {
                    volume.addInFront(contents(at, Math.min(to, at + ROWS_AT_A_TIME)), null);
                }
            }
            note();
            var sealed = new Counting();
            seal.sign(pdf.toByteArray(), sealed, Instant.now(), "bench");
            bytes += sealed.count;
            note();
        }
    }

    /** Stamped letters in one volume and nothing beside them. */
    private static void lane(int letters) throws IOException {
        var circular = MergeRecordSamples.circular(Language.EN);
        var counted = new Counting();
        try (var volume = PdfVolume.open(counted, INFO)) {
            for (int i = 0; i < letters; i++) {
                var copy = circular.by(new Writer("Hana Mori " + i, "Sendai", "Japan", "Japan"), "");
                volume.add(copy.form(), copy.values(), null);
            }
            note();
        }
        bytes = counted.count;
    }

    private static void sheets(int rows) throws IOException {
        var seal = new Seal(key());
        for (int from = 0; from < rows; from += ROWS_A_VOLUME) {
            var pdf = new ByteArrayOutputStream(4 << 20);
            int to = Math.min(rows, from + ROWS_A_VOLUME);
            try (var volume = PdfVolume.open(pdf, INFO, Binding.withoutHead(Language.EN.locale()))) {
                for (int at = from; at < to; ) {
                    int end = Math.min(to, at + ROWS_AT_A_TIME);
                    at += volume.addRows(sheet(at, end), end < to);
                }
            }
            note();
            var sealed = new Counting();
            seal.sign(pdf.toByteArray(), sealed, Instant.now(), "bench");
            bytes += sealed.count;
            note();
        }
    }

    /** As {@code templates/bundle/contents.html} writes it. */
    private static String contents(int from, int to) {
        var rows = IntStream.range(from, to)
                .mapToObj(i -> "<tr><td class=\"number\">" + (i + 1) + "</td><td>Hana Mori " + i
                        + ", Sendai, Japan</td><td class=\"date right\">" + (2 * i + 1) + "</td></tr>")
                .collect(Collectors.joining());
        return "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><title>Contents</title>"
                + "<link rel=\"stylesheet\" href=\"demarche:sheet.css\"/></head><body>"
                + "<table class=\"signatures contents\"><thead><tr><th class=\"number\">No.</th><th>Contents</th>"
                + "<th class=\"date right\">Page</th></tr></thead><tbody>" + rows + "</tbody></table></body></html>";
    }

    /** As {@code templates/bundle/sheet.html} writes it, a comment on every fifth line. */
    private static String sheet(int from, int to) {
        var rows = IntStream.range(from, to)
                .mapToObj(i -> "<tr><td class=\"number\">" + (i + 1) + "</td><td>Hana Mori " + i + ", Sendai, Japan"
                        + (i % 5 == 0 ? "<div dir=\"auto\">Please let them travel on in safety.</div>" : "")
                        + "</td></tr>")
                .collect(Collectors.joining());
        return "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head><title>Signers</title><link"
                + " rel=\"stylesheet\" href=\"demarche:sheet.css\"/></head><body><div class=\"foot\"><table><tr><td>Volume"
                + " 1 · b71e09c4</td><td class=\"right\"><span class=\"page\"></span></td></tr></table></div><table"
                + " class=\"signatures\"><thead><tr><th class=\"number\">No.</th><th>Signers</th></tr></thead><tbody>"
                + rows + "</tbody></table></body></html>";
    }

    /** A volume of reflowing letters of about this size. */
    private static void make(Path file, long size) throws IOException {
        var circular = MergeRecordSamples.circular(Language.EN);
        var words = MergeRecordSamples.comment(Language.EN);
        try (var out = new BufferedOutputStream(Files.newOutputStream(file));
                var volume = PdfVolume.open(out, INFO)) {
            for (int i = 0; Files.size(file) < size; i++) {
                var copy = circular.by(new Writer("Hana Mori " + i, "Sendai", "Japan", "Japan"), words);
                volume.add(copy.form(), copy.values(), null);
            }
        }
        bytes = Files.size(file);
        note();
    }

    private static void seal(Path file) throws IOException {
        var sealed = file.resolveSibling("sealed.pdf");
        var seal = new Seal(key());
        seal.sign(file, sealed, Instant.now(), "bench");
        bytes = Files.size(sealed);
        note();
    }

    private static SealKey key() throws IOException {
        var folder = Files.createTempDirectory("bench-seal");
        var file = folder.resolve("seal.p12");
        var key = SealKey.open(file, "bench".toCharArray(), "Bench", Instant.now());
        Files.delete(file);
        Files.delete(folder);
        return key;
    }

    private static void note() {
        var runtime = Runtime.getRuntime();
        peakHeap = Math.max(peakHeap, runtime.totalMemory() - runtime.freeMemory());
    }

    /** In MB; of this process, by the kernel's count. */
    private static double peakRss() throws IOException {
        List<String> status = Files.exists(Path.of("/proc/self/status"))
                ? Files.readAllLines(Path.of("/proc/self/status"))
                : List.of();
        return status.stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024 / 1e6)
                .findFirst()
                .orElse(0);
    }

    private static final class Counting extends OutputStream {
        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            count += length;
        }
    }
}
