package org.demarche.staff.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes one call: signed, to the very address that was checked, within ten seconds, following no redirect. */
@ApplicationScoped
class Sender {

    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final HttpClient client;

    Sender(Vertx vertx) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(false).setConnectTimeout(5_000));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** @return the HTTP status */
    int send(Destination to, String secret, WebhookCall call, Instant now)
            throws ExecutionException, TimeoutException, InterruptedException {
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                // The name for TLS and for the other side; the address for the connection.
                .setServer(
                        SocketAddress.inetSocketAddress(to.port(), to.address().getHostAddress()))
                .setHost(to.uri().getHost())
                .setPort(to.port())
                .setSsl(to.secure())
                .setURI(to.path())
                .setFollowRedirects(false)
                .setTimeout(WITHIN.toMillis())
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Demarche")
                .putHeader("Demarche-Event", call.event)
                .putHeader("Demarche-Delivery", call.id.toString())
                .putHeader("Demarche-Signature", signature(secret, now.getEpochSecond(), call.body));
        return client.request(options)
                .compose(request -> request.send(Buffer.buffer(call.body)))
                .map(io.vertx.core.http.HttpClientResponse::statusCode)
                .toCompletionStage()
                .toCompletableFuture()
                .get(WITHIN.toMillis() + 1_000, TimeUnit.MILLISECONDS);
    }

    /** {@code t=} seconds, {@code v1=} HMAC-SHA-256 over the seconds, a dot and the body: an old call cannot be played again. */
    static String signature(String secret, long seconds, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var sum = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(sum);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
