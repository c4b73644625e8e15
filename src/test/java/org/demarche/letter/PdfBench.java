package org.demarche.letter;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.demarche.bench.Target;
import org.demarche.common.Language;
import org.demarche.letter.CampaignLetter.Writer;
import org.demarche.pdf.DocumentInfo;
import org.demarche.pdf.PdfVolume;

/** {@code bin/bench pdf}: letters a second by each lane, beside Flying Saucer as it comes, in turns within one run. */
final class PdfBench {
    private static final int ROUNDS = Integer.getInteger("rounds", 7);
    private static final long SLICE_MILLIS = Integer.getInteger("slice", 1_200);

    private static final List<Writer> WRITERS = List.of(
            new Writer("Hana Mori", "Sendai", "Japan", "Japan"),
            new Writer("Nguyễn Thị Hương", "Đà Nẵng", "Viet Nam", "Viet Nam"),
            new Writer("Ольга Иванова", "Tbilisi", "Georgia", "Georgia"),
            new Writer("O’Brien-Łukasz Şahin", "Cork", "Ireland", "Ireland"),
            new Writer("渡邉 髙橋", "Kyoto", "Japan", "Japan"));

    private static final List<Writer> JAPANESE = List.of(
            new Writer("森　花", "仙台市", "日本国", "日本"),
            new Writer("渡邉　髙橋", "京都市", "日本国", "日本"),
            new Writer("𠮷野家　太郎", "神戸市", "日本国", "日本"),
            new Writer("Hana Mori", "大阪市", "日本国", "日本"));

    /** @param millis of the thread's CPU for one letter @param perSecond letters by the clock on the wall */
    private record Speed(double millis, double perSecond) {
        double perCpuSecond() {
            return 1000 / millis;
        }
    }

    private record Lane(String name, Supplier<IntConsumer> worker, List<Speed> slices) {
        Speed median() {
            var sorted = slices.stream()
                    .sorted((a, b) -> Double.compare(a.millis, b.millis))
                    .toList();
            return sorted.get(sorted.size() / 2);
        }
    }

    public static void main(String[] args) throws Exception {
        var english = lanes(Language.EN, WRITERS);
        var japanese = lanes(Language.JA, JAPANESE);
        var all = new ArrayList<Lane>(english);
        all.addAll(japanese);
        measure(all, 1);
        table("One thread", all);
        reach("P6", 280, english.get(2), english.get(0));
        reach("P6", 10_000, english.get(3), english.get(0));
        reach("P7", english.get(2).median().perCpuSecond() / 2, japanese.get(2), japanese.get(0));
        reach("P7", english.get(3).median().perCpuSecond() / 2, japanese.get(3), japanese.get(0));
        all.forEach(lane -> lane.slices.clear());
        measure(all, 2);
        table("Two threads, a volume each", all);
        HeapOverLetters.print(circular(Language.EN), WRITERS);
    }

    private static void reach(String id, double wanted, Lane lane, Lane peer) {
        Target.atLeast(id, wanted, "letters/CPU s")
                .measured(lane.median().perCpuSecond(), peer.median().perCpuSecond());
    }

    private static List<Lane> lanes(Language language, List<Writer> writers) throws IOException {
        var circular = circular(language);
        var words = MergeRecordSamples.comment(language);
        var naive = new Naive();
        var name = language.tag();
        return List.of(
                lane(
                        name + " Flying Saucer as it comes, a file each",
                        () -> i -> naive.render(xhtml(circular, writers, i, words))),
                lane(name + " parsed anew, one volume", () -> {
                    var volume = open();
                    return i -> volume.add(xhtml(circular, writers, i, words), null);
                }),
                lane(name + " reflowing, with own words", () -> {
                    var volume = open();
                    return i -> add(volume, circular.by(writer(writers, i), words));
                }),
                lane(name + " fixed box, without", () -> {
                    var volume = open();
                    return i -> add(volume, circular.by(writer(writers, i), ""));
                }));
    }

    private static Lane lane(String name, Supplier<IntConsumer> worker) {
        return new Lane(name, worker, new ArrayList<>());
    }

    static Circular circular(Language language) throws IOException {
        return MergeRecordSamples.circular(language);
    }

    private static void add(PdfVolume volume, Circular.Copy copy) {
        volume.add(copy.form(), copy.values(), null);
    }

    static Writer writer(List<Writer> writers, int i) {
        var one = writers.get(i % writers.size());
        return new Writer(one.name() + " " + i, one.city(), one.country(), one.writesFrom());
    }

    private static String xhtml(Circular circular, List<Writer> writers, int i, String words) {
        return circular.letter(writer(writers, i), words).xhtml();
    }

    private static PdfVolume open() {
        return PdfVolume.open(
                OutputStream.nullOutputStream(),
                new DocumentInfo("Bench", Language.EN.locale(), Instant.parse("2026-09-24T00:00:00Z"), "Bench"));
    }

    private static void measure(List<Lane> lanes, int threads) throws Exception {
        var running = lanes.stream()
                .map(lane -> {
                    var workers = new ArrayList<IntConsumer>();
                    for (int t = 0; t < threads; t++) workers.add(lane.worker.get());
                    return workers;
                })
                .toList();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (int round = -1; round < ROUNDS; round++) {
                for (int lane = 0; lane < lanes.size(); lane++) {
                    var slices = new ArrayList<java.util.concurrent.Future<Speed>>();
                    for (var worker : running.get(lane)) slices.add(pool.submit(() -> slice(worker)));
                    var speeds = new ArrayList<Speed>();
                    for (var slice : slices) speeds.add(slice.get());
                    // The first round warms up.
                    if (round >= 0) lanes.get(lane).slices.add(together(speeds));
                }
            }
        }
    }

    private static Speed together(List<Speed> threads) {
        return new Speed(
                threads.stream().mapToDouble(Speed::millis).average().orElseThrow(),
                threads.stream().mapToDouble(Speed::perSecond).sum());
    }

    private static Speed slice(IntConsumer worker) {
        var threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        long end = start + SLICE_MILLIS * 1_000_000;
        int letters = 0;
        while (System.nanoTime() < end) worker.accept(letters++);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Speed((threads.getCurrentThreadCpuTime() - cpu) / 1e6 / letters, letters / seconds);
    }

    private static void table(String title, List<Lane> lanes) {
        System.out.printf("%n%s, median of %d slices taken in turns; CPU is the thread's own%n", title, ROUNDS);
        System.out.printf("%-46s %14s %12s %18s%n", "lane", "CPU ms/letter", "letters/s", "letters/CPU s");
        for (var lane : lanes) {
            var speed = lane.median();
            System.out.printf(
                    "%-46s %14.3f %12.0f %18.0f%n", lane.name, speed.millis, speed.perSecond, speed.perCpuSecond());
        }
    }
}
