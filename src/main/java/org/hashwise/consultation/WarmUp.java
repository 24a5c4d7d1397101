package org.hashwise.consultation;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks the analyses a few times in the background after the start. The virtual machine compiles only what has run often,
 * and the first interview of a cold program takes ten times as long as a later one.
 */
@Component
@ConditionalOnProperty("hashwise.warm-up")
class WarmUp {

    private static final int ROUNDS = 8;

    /** Whoever waited for the start asks at once, and comes first. */
    private static final long PAUSE_SECONDS = 2;

    private final Analyses analyses;

    WarmUp(Analyses analyses) {
        this.analyses = analyses;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread thread = new Thread(this::run, "warm-up");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void run() {
        try {
            TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return;
        }
        Consultation.Request nobody = new Consultation.Request("", null, Language.EN, Answers.none());
        for (int round = 0; round < ROUNDS; round++) {
            analyses.interview(nobody);
        }
        analyses.flips(nobody);
        analyses.strategy(nobody, Strategy.HOLD);
        analyses.smallestChange(nobody, Strategy.HOLD, Set.of());
    }
}
