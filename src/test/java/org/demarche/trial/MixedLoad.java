package org.demarche.trial;

import java.io.IOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * People come at a given rate, whatever the server makes of it: most look, some sign, some write a letter, and half of those
 * who are mailed confirm. A time runs from when somebody came, so that waiting in line counts.
 */
public final class MixedLoad {

    private static final int VISITORS = 96;
    private static final int LOOKS_A_SIGNATURE = 4;
    private static final int SIGNATURES_A_LETTER = 20;
    private static final int SIGNATURES_A_PREVIEW = 50;
    private static final int MAILS_A_CONFIRMATION = 2;

    private static final String CAMPAIGN = "/campaigns/save-north-korean-refugees-day";
    private static final String[] PAGES = {
        CAMPAIGN,
        "/",
        CAMPAIGN + "?lang=ja",
        CAMPAIGN + "/letter",
        CAMPAIGN + "/ledger",
        CAMPAIGN + "?lang=ko",
        "/api/v1" + CAMPAIGN + "/count",
        "/privacy"
    };

    private enum Act {
        LOOK,
        SIGN,
        LETTER,
        PREVIEW,
        CONFIRM
    }

    private record Due(Act act, long number, String token, long at) {}

    private final BlockingQueue<Due> line = new LinkedBlockingQueue<>();
    private final Map<Act, Latencies> all = latencies(), first = latencies(), last = latencies();
    private final Map<String, LongAdder> troubles = new ConcurrentHashMap<>();
    private final URI server;
    private final String run;
    private final double rate;
    private final long begun = System.nanoTime();
    private final long over;
    private final long part;
    private long mails;

    private MixedLoad(URI server, String run, double rate, long seconds) {
        this.server = server;
        this.run = run;
        this.rate = rate;
        this.over = begun + TimeUnit.SECONDS.toNanos(seconds);
        this.part = TimeUnit.SECONDS.toNanos(Math.min(60, seconds / 2));
    }

    /** Address of the server, port to take mail at, a word for this run, signatures a second, seconds. */
    public static void main(String[] args) throws Exception {
        new MixedLoad(URI.create(args[0]), args[2], Double.parseDouble(args[3]), Long.parseLong(args[4]))
                .run(Integer.parseInt(args[1]));
    }

    private void run(int mailPort) throws Exception {
        try (var sink = new MailSink(mailPort, this::mailed);
                var visitors = Executors.newFixedThreadPool(VISITORS)) {
            for (int n = 0; n < VISITORS; n++) {
                visitors.submit(this::visit);
            }
            come();
            var waiting = line.size();
            visitors.shutdownNow();
            visitors.awaitTermination(1, TimeUnit.MINUTES);
            report(sink.taken(), waiting);
        }
    }

    private void come() throws InterruptedException {
        for (long number = 0; System.nanoTime() < over; number++) {
            var at = begun + (long) (number * 1e9 / rate);
            TimeUnit.NANOSECONDS.sleep(at - System.nanoTime());
            line.add(new Due(Act.SIGN, number, "", at));
            for (int look = 0; look < LOOKS_A_SIGNATURE; look++) {
                line.add(new Due(Act.LOOK, number * LOOKS_A_SIGNATURE + look, "", at));
            }
            if (number % SIGNATURES_A_LETTER == 0) {
                line.add(new Due(Act.LETTER, number, "", at));
            }
            if (number % SIGNATURES_A_PREVIEW == 0) {
                line.add(new Due(Act.PREVIEW, number, "", at));
            }
        }
    }

    private synchronized void mailed(String token) {
        if (++mails % MAILS_A_CONFIRMATION == 0) {
            line.add(new Due(Act.CONFIRM, mails, token, System.nanoTime()));
        }
    }

    private Void visit() throws Exception {
        try (var http = new PlainHttp(server)) {
            while (!Thread.currentThread().isInterrupted()) {
                var due = line.take();
                var status = answer(http, due);
                var now = System.nanoTime();
                all.get(due.act).add(now - due.at);
                if (due.at < begun + part) {
                    first.get(due.act).add(now - due.at);
                } else if (due.at > over - part) {
                    last.get(due.act).add(now - due.at);
                }
                if (status.compareTo("200") < 0 || status.compareTo("400") >= 0) {
                    troubles.computeIfAbsent(due.act + " " + status, t -> new LongAdder())
                            .increment();
                }
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private String answer(PlainHttp http, Due due) {
        try {
            return Integer.toString(
                    switch (due.act) {
                        case LOOK -> http.get(PAGES[(int) (due.number % PAGES.length)], due.number % 3 == 0);
                        case SIGN ->
                            http.post("/api/v1" + CAMPAIGN + "/signatures", "application/json", person(due, ""));
                        case LETTER ->
                            http.post("/api/v1" + CAMPAIGN + "/letters", "application/json", person(due, LETTER));
                        case PREVIEW ->
                            http.post(
                                    "/api/v1" + CAMPAIGN + "/letters/preview", "application/pdf", person(due, LETTER));
                        case CONFIRM -> http.post("/api/v1/confirmations/" + due.token, "application/json", "");
                    });
        } catch (IOException broken) {
            return "no answer: " + broken.getClass().getSimpleName();
        }
    }

    private static final String LETTER =
            ",\"mission\":\"cn-jp-sapporo\",\"channel\":\"PLATFORM\",\"paragraph\":\"I ask this for my neighbours.\"";

    private String person(Due due, String more) {
        var mailbox = due.act.name().toLowerCase() + "." + due.number + "." + run + "@example.org";
        return "{\"name\":\"Hana Mori " + Long.toString(due.number, 36) + "\",\"email\":\"" + mailbox
                + "\",\"country\":\"JP\",\"region\":\"JP-01\",\"city\":\"Sapporo\",\"language\":\"en\",\"disclosure\":\"FULL\""
                + more + "}";
    }

    private void report(long mailed, int waiting) {
        double seconds = (over - begun) / 1e9;
        System.out.printf(
                "%-8s %9s %9s  %s%n", "", "answered", "a second", "p50, p99 ms; p99 in the first and last part ms");
        for (var act : Act.values()) {
            var times = all.get(act);
            System.out.printf(
                    "%-8s %9d %9.1f  %.1f, %.1f; %.1f, %.1f%n",
                    act.name().toLowerCase(),
                    times.count(),
                    times.count() / seconds,
                    times.quantile(.5),
                    times.quantile(.99),
                    first.get(act).quantile(.99),
                    last.get(act).quantile(.99));
        }
        System.out.printf(
                "wanted %.0f signatures a second; mails taken %d, %.1f a second; in line at the end %d; refused or failed: %s%n",
                rate, mailed, mailed / seconds, waiting, troubles.isEmpty() ? "none" : new TreeMap<>(troubles));
    }

    private static Map<Act, Latencies> latencies() {
        var map = new EnumMap<Act, Latencies>(Act.class);
        for (var act : Act.values()) {
            map.put(act, new Latencies());
        }
        return map;
    }
}
