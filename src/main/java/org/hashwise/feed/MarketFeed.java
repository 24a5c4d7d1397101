package org.hashwise.feed;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hashwise.feed.FetchFailed.FetchFailure;
import org.hashwise.feed.MarketImport.DayResult;
import org.hashwise.feed.MarketImport.Entry;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scheduled job that fetches market values when the newest snapshot is old enough, and writes them as a snapshot of the rules
 * folder. After a failure the last values stay in force, and the next attempt waits longer. Of several instances with one
 * folder, one fetches at a time, and the others find its snapshot. One thread at a time calls {@link #tick}.
 */
final class MarketFeed {

    private static final Logger LOG = LoggerFactory.getLogger(MarketFeed.class);

    /** The interval at which a new snapshot is looked for, when all is well. */
    private static final Duration LOOK = Duration.ofMinutes(10);

    private final FeedSettings settings;
    private final MempoolClient client;
    private final ActiveRulebook rulebooks;
    private final SnapshotFolder folder;
    private final Clock clock;
    private final Backoff backoff;

    private Instant next;
    private int failures;
    private volatile @Nullable OutdatedReason problem;

    /** The reason for which the values in force are not the newest. */
    record OutdatedReason(String reason, String detail) {}

    MarketFeed(FeedSettings settings, MempoolClient client, ActiveRulebook rulebooks, Clock clock, Backoff backoff) {
        this.settings = settings;
        this.client = client;
        this.rulebooks = rulebooks;
        this.folder = new SnapshotFolder(settings.rules());
        this.clock = clock;
        this.backoff = backoff;
        this.next = clock.instant();
    }

    /** The time of the next attempt. */
    Instant next() {
        return next;
    }

    /** The reason for which the values in force are not the newest; empty when they are. */
    Optional<OutdatedReason> problem() {
        return Optional.ofNullable(problem);
    }

    /** Fetches if it is time to. */
    void tick() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(backoff.jittered(LOOK)); // also after an exception that is not expected here
        try {
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            if (isDue(today) && !folder.ifFirst(() -> fetchIfStillDue(now, today))) {
                next = now.plus(backoff.jittered(settings.timeout()));
                return;
            }
            failures = 0;
        } catch (Failure failure) {
            fail(now, failure.cause);
        } catch (UncheckedIOException unwritable) {
            fail(now, new FetchFailed(FetchFailure.NOT_WRITABLE, String.valueOf(unwritable.getMessage())));
        }
    }

    private boolean isDue(LocalDate today) {
        LocalDate oldest = today.minusDays(settings.interval().toDays());
        if (folder.hasSnapshot(today)) {
            succeed();
            return false;
        }
        if (folder.hasProposal(today)) {
            propose(today);
            return false;
        }
        try (ActiveRulebook.Lease lease = rulebooks.lease()) {
            boolean due = rulebooks.current().markets().newest().stream()
                    .noneMatch(newest -> newest.asOf().isAfter(oldest));
            if (!due) {
                succeed();
            }
            return due;
        }
    }

    private void fetchIfStillDue(Instant now, LocalDate today) {
        if (folder.hasSnapshot(today)) {
            succeed();
            return;
        }
        try {
            take(client.fetch(now), today);
        } catch (FetchFailed failure) {
            throw new Failure(failure);
        } catch (FeedRefused refused) {
            throw new Failure(new FetchFailed(FetchFailure.UNUSABLE, String.valueOf(refused.getMessage())));
        }
    }

    private void take(MarketTable fetched, LocalDate today) {
        try (ActiveRulebook.Lease lease = rulebooks.lease()) {
            Rulebook rulebook = rulebooks.current();
            MarketImport market =
                    new MarketImport(settings.rules(), rulebook.questionnaire(), rulebook.markets(), today);
            for (Entry entry : market.take(fetched, "")) {
                LOG.info("Market values of {}: {}", entry.snapshot().asOf(), entry.outcome());
                if (entry.outcome() == DayResult.PROPOSED) {
                    propose(entry.snapshot().asOf());
                } else {
                    succeed();
                }
            }
        }
    }

    private void succeed() {
        if (problem != null) {
            LOG.info("The market values are up to date again");
        }
        problem = null;
    }

    private void propose(LocalDate date) {
        if (problem == null || !problem.reason().equals(DayResult.PROPOSED.name())) {
            LOG.warn("Market values of {} are out of line and wait for: market confirm {}", date, date);
        }
        problem = new OutdatedReason(DayResult.PROPOSED.name(), date.toString());
    }

    private void fail(Instant now, FetchFailed failure) {
        failures++;
        next = now.plus(backoff.after(failures, failure.retryAfter()));
        if (failures == 1) {
            LOG.warn(
                    "Market values cannot be fetched from {}: {} ({}); the last ones stay in force",
                    settings.url(),
                    failure.reason(),
                    failure.getMessage());
        }
        problem = new OutdatedReason(failure.reason().name(), String.valueOf(failure.getMessage()));
    }

    /** Carries a failure out of a lambda. */
    private static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient FetchFailed cause;

        Failure(FetchFailed cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
