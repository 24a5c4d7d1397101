package org.hashwise.assessment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Scheduled job that deletes what the retention settings no longer keep: assessments after the period of retention,
 * and old keys of requests.
 */
final class RetentionJob {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
    private static final int INTERVAL_SECONDS = 3600;
    // The first visitor after a start does not wait until the store is open.
    private static final int DELAY_SECONDS = 2;
    // Twice as long as promised.
    private static final Duration KEYS = Duration.ofDays(2);

    private final Store store;
    private final Assessments assessments;
    private final Clock clock;
    private final @Nullable Period retention;

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

    /** Runs on schedule. The scheduler logs a failure and continues. */
    @Scheduled(initialDelay = DELAY_SECONDS, fixedDelay = INTERVAL_SECONDS, timeUnit = TimeUnit.SECONDS)
    void run() {
        try {
            int removed = tidy();
            if (removed > 0) {
                LOG.info("{} assessments were kept long enough and are deleted", removed);
            }
        } catch (StoreUnavailable refused) {
            LOG.warn("Assessments cannot be kept: {} ({})", store.settings(), refused.reason(), refused.getCause());
        }
    }
}
