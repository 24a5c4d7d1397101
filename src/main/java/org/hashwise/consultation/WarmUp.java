package org.hashwise.consultation;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.ActiveRulebook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Background warm-up after the start: of the analyses, and by listeners of other modules to its {@link WarmUpEvent}. The virtual machine
 * compiles only what has run often, and the first interview of a cold program takes ten times as long as a later one.
 */
@Component
public class WarmUp {

    /** The event upon which other modules do once what users will ask them for, with the edition in force held open. */
    public record WarmUpEvent() {}

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private static final int ROUNDS = 8;

    /** Requests of users that arrive at the start are served first. */
    private static final long PAUSE_SECONDS = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ActiveRulebook rulebooks;
    private final Consultation consultation;
    private final Analyses analyses;
    private final ApplicationEventPublisher others;
    private final boolean enabled;

    WarmUp(
            ActiveRulebook rulebooks,
            Consultation consultation,
            Analyses analyses,
            ApplicationEventPublisher others,
            @Value("${hashwise.warm-up:false}") boolean enabled) {
        this.rulebooks = rulebooks;
        this.consultation = consultation;
        this.analyses = analyses;
        this.others = others;
        this.enabled = enabled;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!enabled) {
            return;
        }
        Thread thread = new Thread(this::run, "warm-up");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void run() {
        try {
            TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
            // Requests of users run the bytecode once it is verified, so the bytecode has to be warm.
            rulebooks.awaitVerification(PATIENCE);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return;
        }
        try (ActiveRulebook.Lease lease = rulebooks.lease()) {
            Evaluation unanswered =
                    consultation.evaluate(new Consultation.Request("", null, Language.EN, Answers.none()));
            analyses.interview(unanswered);
            analyses.flips(unanswered);
            analyses.strategy(unanswered, Strategy.HOLD);
            analyses.smallestChange(unanswered, Strategy.HOLD, Set.of());
            // Before the other rounds: they make a warm interview faster, while a cold memo takes several times as
            // long.
            others.publishEvent(new WarmUpEvent());
            for (int round = 1; round < ROUNDS; round++) {
                analyses.interview(unanswered);
            }
        } catch (RuntimeException failure) {
            // Mostly the program is being stopped; nothing depends on the warm-up.
            LOG.info("The warm-up ended early: {}", failure.getClass().getSimpleName());
        }
    }
}
