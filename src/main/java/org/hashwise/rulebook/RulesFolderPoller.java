package org.hashwise.rulebook;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets the watch look at regular intervals while the program runs; packaged rules do not change and are not watched. */
@Component
class RulesFolderPoller implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RulesFolderPoller.class);

    private final ActiveRulebook rulebooks;
    private final Clock clock;
    private final Duration interval;
    private @Nullable ScheduledExecutorService executor;

    /** @param interval between two looks; a change is read at the second look after it */
    RulesFolderPoller(ActiveRulebook rulebooks, Clock clock, @Value("${hashwise.rules-watch}") Duration interval) {
        this.rulebooks = rulebooks;
        this.clock = clock;
        this.interval = interval;
    }

    @Override
    public synchronized void start() {
        Optional<Path> folder = rulebooks.location().folder();
        if (executor != null || folder.isEmpty()) {
            return;
        }
        RulesFolderWatcher watch = new RulesFolderWatcher(rulebooks, folder.get(), clock);
        executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "rules-watch");
            thread.setDaemon(true);
            return thread;
        });
        var unused = executor.scheduleWithFixedDelay(
                () -> look(watch), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    // An executor never again runs what has failed once, and a watch that ended would go unnoticed.
    private static void look(RulesFolderWatcher watch) {
        try {
            watch.look();
        } catch (RuntimeException | Error failure) {
            LOG.error("The changed rules could not be examined", failure);
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
