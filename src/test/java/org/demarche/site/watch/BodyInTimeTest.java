package org.demarche.site.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * How long a body may take, and that the time is not the work's. Answers come by a timer of the same loop that is due
 * after the one that cuts off, so their order does not hang on the machine.
 */
class BodyInTimeTest {

    private static final Duration BODY_WITHIN = Duration.ofMillis(300);
    private static final long AFTER_THAT = BODY_WITHIN.toMillis() + 100;
    private static final String BODY = "name=Keiko";

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @Test
    void whatArrivedWholeAndWasReadIsWorkedOnAsLongAsItTakes() throws Exception {
        assertThat(answerOf(
                        BODY,
                        context -> context.request()
                                .body()
                                .onSuccess(read -> vertx.setTimer(AFTER_THAT, due -> context.end("done")))))
                .startsWith("HTTP/1.1 200 ");
    }

    /** As a stream is read on a worker: every byte is there, and nobody has asked yet whether more comes. */
    @Test
    void whatArrivedWholeIsNotCutOffBeforeItsEndIsAskedFor() throws Exception {
        assertThat(answerOf(BODY, context -> {
                    context.request().pause();
                    context.request()
                            .handler(read -> vertx.setTimer(AFTER_THAT, due -> {
                                context.request().endHandler(ended -> context.end("done"));
                                context.request().resume();
                            }));
                    context.request().fetch(1);
                }))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void whatStaysHalfIsCutOff() throws Exception {
        assertThat(answerOf("name=", context -> vertx.setTimer(AFTER_THAT, due -> context.end("too late"))))
                .isEmpty();
    }

    /** Of a form that announces {@link #BODY} and sends this; empty where the line is closed without one. */
    private String answerOf(String sent, Consumer<RoutingContext> work) throws Exception {
        var filters = new Filters();
        new Overload(new SimpleMeterRegistry(), new Limits()).register(filters);
        var router = Router.router(vertx);
        filters.getFilters().forEach(filter -> router.route().handler(filter.getHandler()));
        router.route().handler(work::accept);
        var server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        try (var socket = new Socket("127.0.0.1", server.actualPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("POST /campaigns/any HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: "
                                    + BODY.length() + "\r\n\r\n" + sent)
                            .getBytes(StandardCharsets.US_ASCII));
            return read(socket);
        }
    }

    private static String read(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private static final class Limits implements WatchConfig {

        @Override
        public Optional<String> metricsToken() {
            return Optional.empty();
        }

        @Override
        public Duration metricsEvery() {
            return Duration.ofSeconds(15);
        }

        @Override
        public int busyMax() {
            return 10;
        }

        @Override
        public Duration bodyWithin() {
            return BODY_WITHIN;
        }
    }
}
