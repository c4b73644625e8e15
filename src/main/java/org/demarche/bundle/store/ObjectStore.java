package org.demarche.bundle.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Files in one bucket of an S3-compatible object store, so that any node hands out what any other made. The bucket is
 * addressed by path; it must exist.
 */
public final class ObjectStore implements Store, AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** A volume of letters is some megabytes; this is for a slow line. */
    private static final Duration ANSWER = Duration.ofMinutes(5);

    private static final String NOTHING = Signer.sha256("");
    private static final Pattern KEY = Pattern.compile("<Key>([^<]+)</Key>");

    private final URI bucket;
    private final Signer signer;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    /** @param bucket with its name as the path, such as {@code https://s3.example.org/bundles} */
    public ObjectStore(URI bucket, String key, String secret, String region, Clock clock) {
        this.bucket = bucket;
        this.signer = new Signer(key, secret, region);
        this.clock = clock;
    }

    @Override
    public void put(String name, Path draft) throws IOException {
        var request = signer.sign("PUT", of(name), sha256(draft), clock.instant())
                .PUT(HttpRequest.BodyPublishers.ofFile(draft));
        expect(send(request, HttpResponse.BodyHandlers.discarding()), 200, "keep " + name);
        Files.delete(draft);
    }

    @Override
    public InputStream open(String name) throws IOException {
        var request = signer.sign("GET", of(name), NOTHING, clock.instant()).GET();
        var answer = send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() == 200) return answer.body();
        answer.body().close();
        if (answer.statusCode() == 404) throw new FileNotFoundException(name);
        throw new IOException("the object store answers " + answer.statusCode() + ": open " + name);
    }

    @Override
    public void deleteAll(String folder) throws IOException {
        var prefix = URLEncoder.encode(folder + "/", StandardCharsets.UTF_8);
        var list = URI.create(bucket + "?list-type=2&prefix=" + prefix);
        while (true) {
            var answer = send(
                    signer.sign("GET", list, NOTHING, clock.instant()).GET(), HttpResponse.BodyHandlers.ofString());
            expect(answer, 200, "list " + folder);
            var names = KEY.matcher(answer.body())
                    .results()
                    .map(MatchResult::group)
                    .map(tag -> tag.substring("<Key>".length(), tag.length() - "</Key>".length()))
                    .toList();
            if (names.isEmpty()) return;
            for (var name : names) delete(name);
        }
    }

    private void delete(String name) throws IOException {
        var request = signer.sign("DELETE", of(name), NOTHING, clock.instant()).DELETE();
        expect(send(request, HttpResponse.BodyHandlers.discarding()), 204, "delete " + name);
    }

    /** Names are of digits, letters, dots, dashes and slashes, so that nothing needs to be encoded. */
    private URI of(String name) {
        return URI.create(bucket + "/" + name);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) throws IOException {
        try {
            return http.send(request.timeout(ANSWER).build(), body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the object store");
        }
    }

    private static void expect(HttpResponse<?> answer, int status, String what) throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException("the object store answers " + answer.statusCode() + ": " + what);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
