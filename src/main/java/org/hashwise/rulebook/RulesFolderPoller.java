package org.hashwise.rulebook;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Polls the folder of the rules while the program runs; packaged rules do not change and are not polled. */
@Component
class RulesFolderPoller {

    private final @Nullable RulesFolderWatcher watcher;

    RulesFolderPoller(ActiveRulebook rulebooks, Clock clock) {
        watcher = rulebooks
                .location()
                .folder()
                .map(folder -> new RulesFolderWatcher(rulebooks, folder, clock))
                .orElse(null);
    }

    /** Polls once; a change is read at the second poll after it. The scheduler logs a failure and continues. */
    @Scheduled(initialDelayString = "${hashwise.rules-watch}", fixedDelayString = "${hashwise.rules-watch}")
    void poll() {
        if (watcher != null) {
            watcher.look();
        }
    }
}
