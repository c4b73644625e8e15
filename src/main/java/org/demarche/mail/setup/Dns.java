package org.demarche.mail.setup;

import io.vertx.core.Vertx;
import io.vertx.core.dns.DnsClientOptions;
import io.vertx.core.dns.DnsException;
import io.vertx.core.dns.DnsResponseCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.demarche.mail.MailConfig;

/** Asks the DNS for text records; only when a person wants to know. */
@ApplicationScoped
class Dns {

    /** No answer, or none that can be read. */
    static final class Silent extends Exception {
        Silent(Throwable cause) {
            super(cause);
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Vertx vertx;
    private final DnsClientOptions options = new DnsClientOptions().setQueryTimeout(PATIENCE.toMillis());

    Dns(Vertx vertx, MailConfig config) {
        this.vertx = vertx;
        config.dnsServer()
                .map(URI::create)
                .ifPresent(server ->
                        options.setHost(server.getHost()).setPort(server.getPort() > 0 ? server.getPort() : 53));
    }

    /** The strings of all text records of a name; a record longer than 255 bytes comes in several. */
    List<String> texts(String name) throws Silent {
        var client = vertx.createDnsClient(options);
        try {
            return client.resolveTXT(name)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE.toMillis() + 500, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DnsException answer && answer.code() == DnsResponseCode.NXDOMAIN) {
                return List.of();
            }
            throw new Silent(e.getCause());
        } catch (TimeoutException e) {
            throw new Silent(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Silent(e);
        } finally {
            client.close();
        }
    }
}
