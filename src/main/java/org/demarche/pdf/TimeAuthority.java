package org.demarche.pdf;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** An authority that vouches for the time at which a seal existed, asked over HTTP (RFC 3161); it sees a digest only. */
public final class TimeAuthority {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    /** Longer than any honest answer: a token with its chain takes some kilobytes. */
    private static final int ANSWER_BYTES = 64 * 1024;

    private static final int NONCE_BITS = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final URI url;

    public TimeAuthority(URI url) {
        this.url = url;
    }

    /**
     * A token over these bytes.
     *
     * @throws IOException where there is no answer, or one that does not fit the question
     */
    TimeStampToken stamp(byte[] bytes) throws IOException {
        try (var http = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            var generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            var query = generator.generate(TSPAlgorithms.SHA256, digest, new BigInteger(NONCE_BITS, RANDOM));
            var request = HttpRequest.newBuilder(url)
                    .timeout(ANSWER)
                    .header("Content-Type", "application/timestamp-query")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(query.getEncoded()))
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                if (answer.statusCode() != 200) throw new IOException("The answer is HTTP " + answer.statusCode());
                var response = new TimeStampResponse(body.readNBytes(ANSWER_BYTES));
                response.validate(query);
                if (response.getTimeStampToken() == null) throw new IOException("The authority gives no token");
                return response.getTimeStampToken();
            }
        } catch (TSPException | IllegalArgumentException e) {
            throw new IOException("The answer of the time stamp authority does not fit", e);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for a time stamp");
        }
    }
}
