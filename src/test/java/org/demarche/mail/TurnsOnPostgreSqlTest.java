package org.demarche.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.demarche.common.EmailAddress;
import org.junit.jupiter.api.Test;

/** The same promises on the other database, and those that only several nodes can break. */
@QuarkusTest
@TestProfile(WithRelayOnPostgreSql.class)
class TurnsOnPostgreSqlTest extends TurnPromises {

    @Test
    void eightAtOnceQueueOneMail() throws Exception {
        var message = Message.of(Purpose.CONFIRMATION, SCOPE, UUID.randomUUID().toString())
                .to(new EmailAddress("eight@example.org"))
                .saying("Hello", "Hello");
        var start = new CountDownLatch(1);
        var asked = new ArrayList<Future<UUID>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                asked.add(threads.submit(() -> {
                    start.await();
                    return QuarkusTransaction.requiringNew().call(() -> outbox.queue(message));
                }));
            }
            start.countDown();
        }
        var ids = new HashSet<UUID>();
        for (var id : asked) {
            ids.add(id.get());
        }
        assertThat(ids).hasSize(1);
        becomes(ids.iterator().next(), MailState.ACCEPTED);
        assertThat(server.to("eight@example.org")).hasSize(1);
    }
}
