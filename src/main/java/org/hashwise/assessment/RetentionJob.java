package org.hashwise.assessment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Removes at intervals what has been kept long enough: assessments after the period of retention, and old keys of requests. */
final class RetentionJob implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
    private static final Duration INTERVAL = Duration.ofHours(1);
    // Whoever waited for the start to be advised comes before what opening a store takes.
    private static final Duration PAUSE = Duration.ofSeconds(2);
    // Twice as long as promised.
    private static final Duration KEYS = Duration.ofHours(48);

    private final Store store;
    private final Assessments assessments;
    private final Clock clock;
    private final @Nullable Period retention;
    private @Nullable ScheduledExecutorService executor;

    /** @param retention how long an assessment is kept after its last change; null for ever */
    RetentionJob(Store store, Assessments assessments, Clock clock, @Nullable Period retention) {
        this.store = store;
        this.assessments = assessments;
        this.clock = clock;
        this.retention = retention;
    }

    /** Removes what is due, and says how many assessments that were. */
    int tidy() {
        store.write(jdbc -> {
            IdempotencyKeys.removeBefore(jdbc, clock.instant().minus(KEYS));
            return true;
        });
        int removed = 0;
        if (retention != null) {
            for (String id :
                    due(clock.instant().atZone(ZoneOffset.UTC).minus(retention).toInstant())) {
                try {
                    assessments.forget(id, DeletionReason.RETENTION);
                    removed++;
                } catch (AssessmentNotFound another) {
                    // Another instance was faster.
                }
            }
        }
        return removed;
    }

    private List<String> due(Instant instant) {
        return store.read(jdbc -> jdbc.sql("select id from assessment where changed_at < ? order by changed_at, id")
                .param(instant.toEpochMilli())
                .query(String.class)
                .list());
    }

    @Override
    public synchronized void start() {
        if (executor != null) {
            return;
        }
        executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "housekeeping");
            thread.setDaemon(true);
            return thread;
        });
        var unused = executor.scheduleWithFixedDelay(
                this::tidyUp, PAUSE.toSeconds(), INTERVAL.toSeconds(), TimeUnit.SECONDS);
    }

    // An executor never again runs what has failed once.
    private void tidyUp() {
        try {
            int removed = tidy();
            if (removed > 0) {
                LOG.info("{} assessments were kept long enough and are deleted", removed);
            }
        } catch (StoreUnavailable refused) {
            LOG.warn("Assessments cannot be kept: {} ({})", store.settings(), refused.reason(), refused.getCause());
        } catch (RuntimeException | Error failure) {
            LOG.error("What was kept long enough could not be deleted", failure);
        }
    }

    @Override
    public synchronized void stop() {
        if (executor != null) {
            executor.shutdownNow();
            executor = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }
}
