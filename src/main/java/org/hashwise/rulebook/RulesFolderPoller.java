package org.hashwise.rulebook;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Scheduled poller of the folder of the rules while the program runs; packaged rules do not change and are not polled. */
@Component
class RulesFolderPoller {

    /** The longest time from the look that sees a change to the look that reads it. */
    private static final Duration SETTLING = Duration.ofMillis(200);

    private final @Nullable RulesFolderWatcher watcher;
    private final Duration settling;

    /** @param interval from one poll to the next */
    RulesFolderPoller(ActiveRulebook activeRulebook, Clock clock, @Value("${hashwise.rules-watch}") Duration interval) {
        settling = interval.compareTo(SETTLING) < 0 ? interval : SETTLING;
        watcher = activeRulebook
                .location()
                .folder()
                .map(folder -> new RulesFolderWatcher(activeRulebook, folder, clock))
                .orElse(null);
    }

    /** Polls once; a change is read if nothing else changes within a moment. The scheduler logs a failure and continues. */
    @Scheduled(initialDelayString = "${hashwise.rules-watch}", fixedDelayString = "${hashwise.rules-watch}")
    void poll() throws InterruptedException {
        if (watcher != null && watcher.look()) {
            Thread.sleep(settling.toMillis());
            watcher.look();
        }
    }
}
