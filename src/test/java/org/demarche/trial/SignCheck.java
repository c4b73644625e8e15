package org.demarche.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Asks a server that was killed for all that it had acknowledged; exit code 1 where anything is missing or does not add up. */
public final class SignCheck {

    /** Receipts of the newest confirmations that are verified against the signed head. */
    private static final int RECEIPTS = 20;

    /** A count that was killed at its work is taken over after two minutes. */
    private static final long WAIT_MS = 180_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final String server;
    private final String campaign;
    private final String staff;

    private SignCheck(String server, String campaign, String staff) {
        this.server = server;
        this.campaign = "/api/v1/campaigns/" + campaign;
        this.staff = staff;
    }

    /** Address of the server, slug, staff token, the file that {@link SignLoad} wrote; {@code counted} to wait for the count. */
    public static void main(String[] args) throws Exception {
        System.exit(new SignCheck(args[0], args[1], args[2]).check(Path.of(args[3]), args.length > 4) ? 0 : 1);
    }

    private boolean check(Path acknowledged, boolean settled) throws Exception {
        var stored = stored();
        long confirmed = stored.values().stream().filter("CONFIRMED"::equals).count();
        int signed = 0, missing = 0, unconfirmed = 0, receipts = 0, wrong = 0;
        if (settled) {
            awaitCount(confirmed);
        }
        var lines = Files.readAllLines(acknowledged).reversed();
        for (var line : lines) {
            var words = line.split(" ");
            if (words[0].equals("signed")) {
                signed++;
                missing += stored.containsKey(words[1]) ? 0 : 1;
            } else {
                unconfirmed += "CONFIRMED".equals(stored.get(words[1])) ? 0 : 1;
                var receipt = receipts < RECEIPTS ? read("/api/v1/my/" + words[2] + "/receipt") : null;
                // Who is not counted yet has no receipt yet.
                if (receipt != null && (settled || receipt.has("leaf"))) {
                    receipts++;
                    wrong += receipt.has("leaf") && holds(receipt) ? 0 : 1;
                }
            }
        }
        long counted = read(campaign + "/count").get("count").asLong();
        long leaves = read(campaign + "/ledger").get("size").asLong();
        System.out.printf(
                "acknowledged %d, stored %d, missing %d; confirmations lost %d; confirmed %d, counted %d, leaves %d;"
                        + " receipts wrong %d of %d%n",
                signed, stored.size(), missing, unconfirmed, confirmed, counted, leaves, wrong, receipts);
        boolean counts =
                settled ? counted == confirmed && leaves == confirmed : counted <= confirmed && leaves <= confirmed;
        return missing == 0 && unconfirmed == 0 && wrong == 0 && counts;
    }

    /** The lagging count needs its round. */
    private void awaitCount(long confirmed) throws Exception {
        long until = System.currentTimeMillis() + WAIT_MS;
        while (read(campaign + "/count").get("count").asLong() != confirmed && System.currentTimeMillis() < until) {
            Thread.sleep(500);
        }
    }

    private Map<String, String> stored() throws Exception {
        var request = to(campaign + "/signatures/export").build();
        var stored = new HashMap<String, String>();
        try (var csv = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        client.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
            for (var row : csv) {
                if (stored.put(row.getField("email"), row.getField("status")) != null) {
                    throw new IllegalStateException("somebody is there twice");
                }
            }
        }
        return stored;
    }

    /** RFC 9162 section 2.1.3.2, from the receipt's own words to its root. */
    private static boolean holds(JsonNode receipt) throws Exception {
        var hex = HexFormat.of();
        var hash = hash(
                0,
                receipt.get("entry").asText().getBytes(StandardCharsets.UTF_8),
                hex.parseHex(receipt.get("salt").asText()));
        long node = receipt.get("leafIndex").asLong();
        long last = receipt.get("size").asLong() - 1;
        for (var step : receipt.get("proof")) {
            var sibling = hex.parseHex(step.asText());
            if (node % 2 == 1 || node == last) {
                hash = hash(1, sibling, hash);
                while (node % 2 == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = hash(1, hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hex.formatHex(hash).equals(receipt.get("root").asText());
    }

    private static byte[] hash(int prefix, byte[] left, byte[] right) throws Exception {
        var bytes = new ByteArrayOutputStream();
        bytes.write(prefix);
        bytes.write(left);
        bytes.write(right);
        return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    }

    private JsonNode read(String path) throws Exception {
        return json.readTree(
                client.send(to(path).build(), BodyHandlers.ofString()).body());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).header("Authorization", "Bearer " + staff);
    }
}
