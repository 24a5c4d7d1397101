package org.hashwise.feed;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.RulesLocation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Spring configuration of the market feed, which is off unless {@code hashwise.market.url} is set. */
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

    private static final int THREADS = 2;

    /** @throws FeedMisconfigured when the settings make no sense */
    @Bean(destroyMethod = "close")
    FeedSchedule marketFeedSchedule(
            @Value("${hashwise.market.url:}") String url,
            @Value("${hashwise.market.interval:1d}") Duration interval,
            @Value("${hashwise.market.timeout:10s}") Duration timeout,
            @Value("${hashwise.rules:}") String rules,
            ActiveRulebook rulebooks,
            Clock clock) {
        if (url.isBlank()) {
            return new FeedSchedule(null, null);
        }
        FeedSettings settings = FeedSettings.of(url, RulesLocation.of(rules), interval, timeout);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, FeedConfiguration::thread);
        MempoolClient client = new MempoolClient(settings.url(), settings.timeout(), threads);
        Backoff backoff = new Backoff(() -> ThreadLocalRandom.current().nextDouble());
        return new FeedSchedule(new MarketFeed(settings, client, rulebooks, clock, backoff), threads);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "market-feed");
        thread.setDaemon(true); // an end of the program does not wait for a reply
        return thread;
    }

    @Bean
    FeedIndicator marketHealthIndicator(FeedSchedule schedule) {
        return new FeedIndicator(schedule.feed);
    }

    /** The scheduled job, and the threads of its connections. */
    static final class FeedSchedule implements AutoCloseable {

        private final @Nullable MarketFeed feed;
        private final @Nullable ExecutorService threads;

        FeedSchedule(@Nullable MarketFeed feed, @Nullable ExecutorService threads) {
            this.feed = feed;
            this.threads = threads;
        }

        /** Runs on schedule. The scheduler logs a failure and continues. */
        @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT5S")
        void run() {
            if (feed != null) {
                feed.tick();
            }
        }

        @Override
        public void close() {
            if (threads != null) {
                threads.shutdownNow();
            }
        }
    }
}
