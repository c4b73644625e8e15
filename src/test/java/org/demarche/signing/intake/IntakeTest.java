package org.demarche.signing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.demarche.common.Refusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of those who wait when the database does not answer as it should. */
@Tag("quick")
@Timeout(60)
class IntakeTest {

    /** More than can wait. */
    private static final int CROWD = 1_200;

    private static final int WRITERS = 2;

    @Test
    void whoComesWhenTooManyWaitIsToldToTryAgain() throws Exception {
        var writing = new CountDownLatch(WRITERS);
        var answers = new CountDownLatch(1);
        var intake = intake(() -> {
            writing.countDown();
            answers.await();
            throw new SQLException("gone", "08006");
        });
        var waiting = new ArrayList<Future<?>>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            // All writers are busy first: later each would make room for a batch, and nobody would be turned away.
            while (!writing.await(10, TimeUnit.MILLISECONDS)) {
                waiting.add(people.submit(() -> intake.take(signature()).join()));
            }
            for (int n = 0; n < CROWD; n++) {
                waiting.add(people.submit(() -> intake.take(signature()).join()));
            }
            while (waiting.stream().noneMatch(Future::isDone)) {
                Thread.sleep(10);
            }
            assertThatThrownBy(() -> intake.take(signature()).join())
                    .cause()
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.status()).isEqualTo(503));
            answers.countDown();
        }
        intake.stop(null);
        assertThat(waiting).allMatch(one -> one.state() == Future.State.FAILED);
    }

    @Test
    void nobodyIsToldTheyAreStoredWhereTheDatabaseIsGone() throws Exception {
        var intake = intake(() -> {
            throw new SQLException("gone", "08006");
        });
        assertThatThrownBy(() -> intake.take(signature()).join()).hasRootCauseInstanceOf(SQLException.class);
        intake.stop(null);
        assertThatThrownBy(() -> intake.take(signature()).join()).hasCauseInstanceOf(Refusal.class);
    }

    private static Intake intake(Callable<Connection> connection) {
        var database = (DataSource) Proxy.newProxyInstance(
                IntakeTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> connection.call());
        var intake = new Intake(new Batch(database, null), null);
        intake.start(null);
        return intake;
    }

    private static ReadySignature signature() {
        return new ReadySignature(UUID.randomUUID(), new Object[0], null);
    }
}
