package org.demarche.common.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.demarche.common.DemarcheConfig;

/**
 * Runs the tasks that packages declare as CDI beans; one node at a time takes each. A task is produced as a singleton:
 * behind the proxy of a normal scope the scheduler would not know it as a recurring one.
 */
@ApplicationScoped
public class Jobs {

    private static final int THREADS = 4;
    private static final Duration POLL = Duration.ofSeconds(1);
    /** A node silent for {@code HEARTBEAT} times four is taken for dead: two minutes. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(30);

    private static final Duration STOP_WAIT = Duration.ofSeconds(20);

    private final DataSource dataSource;
    private final Instance<Task<?>> tasks;
    private final DemarcheConfig config;
    private final Clock clock;
    private Scheduler scheduler;
    private SchedulerClient client;

    Jobs(DataSource dataSource, Instance<Task<?>> tasks, DemarcheConfig config, Clock clock) {
        this.dataSource = dataSource;
        this.tasks = tasks;
        this.config = config;
        this.clock = clock;
    }

    /** Asks for one run of a task; joins the caller's transaction, so that a rollback asks for nothing. */
    public <T> void schedule(TaskInstance<T> instance, Instant at) {
        client().schedule(instance, at);
    }

    public <T> void scheduleNow(TaskInstance<T> instance) {
        schedule(instance, clock.instant());
    }

    /** Asks for one run now, whether or not one is waiting for its next try. */
    public <T> void replace(TaskInstance<T> instance) {
        client().schedule(instance, clock.instant(), SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    }

    private synchronized SchedulerClient client() {
        if (client == null) {
            client = SchedulerClient.Builder.create(
                            dataSource, tasks.stream().<Task<?>>map(t -> t).toList())
                    .build();
        }
        return client;
    }

    void start(@Observes @Priority(5_000) StartupEvent started) {
        if (!config.worker()) {
            return;
        }
        List<RecurringTask<?>> recurring = new ArrayList<>();
        List<Task<?>> others = new ArrayList<>();
        tasks.forEach(task -> {
            if (task instanceof RecurringTask<?> r) {
                recurring.add(r);
            } else {
                others.add(task);
            }
        });
        scheduler = startTasks(recurring, others);
        scheduler.start();
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private Scheduler startTasks(List recurring, List<Task<?>> others) {
        return Scheduler.create(dataSource, others)
                .startTasks(recurring)
                .threads(THREADS)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(STOP_WAIT)
                .build();
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (scheduler != null) {
            scheduler.stop();
        }
    }
}
