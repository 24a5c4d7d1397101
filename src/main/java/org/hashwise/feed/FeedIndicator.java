package org.hashwise.feed;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Health indicator of the market feed. Advice is given with the last values all the same, so this takes no instance out of
 * service.
 */
final class FeedIndicator implements HealthIndicator {

    private static final Status STALE_MARKET = new Status("STALE_MARKET");

    private final @Nullable MarketFeed feed;

    /** @param feed null when none is set */
    FeedIndicator(@Nullable MarketFeed feed) {
        this.feed = feed;
    }

    @Override
    public Health health() {
        Optional<MarketFeed.OutdatedReason> problem = feed == null ? Optional.empty() : feed.problem();
        return problem.map(known -> Health.status(STALE_MARKET).withDetail("reason", known.reason()))
                .orElseGet(Health::up)
                .build();
    }
}
