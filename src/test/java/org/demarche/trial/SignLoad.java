package org.demarche.trial;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;

/**
 * Signs and confirms until the server is gone, and writes down what was acknowledged, so that it can be asked for later:
 * {@code signed <mailbox>} after a 202, {@code confirmed <mailbox> <own page>} after a 200.
 */
public final class SignLoad {

    private static final int SIGNERS = 32;
    private static final int CONFIRMERS = 4;
    private static final Pattern LINK = Pattern.compile("/confirm/([A-Za-z0-9_-]+)");
    private static final Pattern MAIL = Pattern.compile("\"id\":\"([0-9a-f-]+)\"");
    private static final Pattern MY = Pattern.compile("/my/([A-Za-z0-9_-]+)");

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<String> signed = new LinkedBlockingQueue<>();
    private final String server;
    private final String campaign;
    private final String staff;
    private final String run;
    private final PrintStream acknowledged;
    private volatile boolean gone;

    private SignLoad(String server, String campaign, String staff, String run, PrintStream acknowledged) {
        this.server = server;
        this.campaign = campaign;
        this.staff = staff;
        this.run = run;
        this.acknowledged = acknowledged;
    }

    /** Address of the server, slug, staff token, a word for this run, the file to add to. */
    public static void main(String[] args) throws Exception {
        try (var file = new java.io.FileOutputStream(Path.of(args[4]).toFile(), true);
                var lines = new PrintStream(file, true)) {
            new SignLoad(args[0], args[1], args[2], args[3], lines).run();
        }
    }

    private void run() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < SIGNERS; n++) {
                int signer = n;
                threads.submit(() -> untilGone(number -> sign(signer + "-" + number)));
            }
            for (int n = 0; n < CONFIRMERS; n++) {
                threads.submit(() -> untilGone(number -> confirm(signed.take())));
            }
        }
    }

    private interface Act {
        void once(int number) throws Exception;
    }

    private Void untilGone(Act act) {
        for (int number = 0; !gone; number++) {
            try {
                act.once(number);
            } catch (IOException killed) {
                gone = true;
                signed.add("");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        signed.add("");
        return null;
    }

    private void sign(String who) throws Exception {
        var mailbox = "hana." + run + "." + who + "@example.org";
        var body = "{\"name\":\"Hana Mori\",\"email\":\"" + mailbox + "\",\"country\":\"JP\",\"disclosure\":\"FULL\"}";
        var answer = client.send(
                to("/api/v1/campaigns/" + campaign + "/signatures")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() == 202) {
            acknowledged.println("signed " + mailbox);
            if (signed.size() < CONFIRMERS) {
                signed.add(mailbox);
            }
        }
    }

    private void confirm(String mailbox) throws Exception {
        if (mailbox.isEmpty()) {
            return;
        }
        var mail = MAIL.matcher(asStaff("/api/v1/mail?to=" + mailbox));
        if (!mail.find()) {
            throw new IllegalStateException("no mail for an acknowledged signature");
        }
        // Every byte of the mail is as it would leave; soft line ends of quoted-printable are taken out.
        var link =
                LINK.matcher(asStaff("/api/v1/mail/" + mail.group(1) + "/raw").replaceAll("=\r\n", ""));
        if (!link.find()) {
            throw new IllegalStateException("no link in the mail");
        }
        var answer = client.send(
                to("/api/v1/confirmations/" + link.group(1))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        var my = MY.matcher(answer.body());
        if (answer.statusCode() == 200 && my.find()) {
            acknowledged.println("confirmed " + mailbox + " " + my.group(1));
        }
    }

    private String asStaff(String path) throws Exception {
        return client.send(to(path).header("Authorization", "Bearer " + staff).build(), BodyHandlers.ofString())
                .body();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(server + path));
    }
}
