package org.hashwise.consultation;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
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
import org.springframework.web.context.support.ServletRequestHandledEvent;

/**
 * Background warm-up after the first request: of the analyses, and at the same time by listeners of other modules to its
 * {@link WarmUpEvent}. The virtual machine compiles only what has run often, and the first interview of a cold program takes ten times as
 * long as a later one.
 */
@Component
public class WarmUp {

    /** The event upon which other modules do once what users will ask them for, with the edition in force held open. */
    public record WarmUpEvent() {}

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private static final int ROUNDS = 8;

    /** How long a first request is waited for, which is served before. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ActiveRulebook rulebooks;
    private final Consultation consultation;
    private final Analyses analyses;
    private final ApplicationEventPublisher others;
    private final boolean enabled;
    private final CountDownLatch served = new CountDownLatch(1);

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
        if (enabled) {
            start(PAUSE);
        }
    }

    void start(Duration pause) {
        start("warm-up-analyses", this::analyse, pause);
        // Beside the analyses, as it takes longer: a cold memo takes several times as long as a later one.
        start("warm-up", () -> others.publishEvent(new WarmUpEvent()), pause);
    }

    @EventListener(ServletRequestHandledEvent.class)
    void served() {
        served.countDown();
    }

    private void start(String name, Runnable steps, Duration pause) {
        Thread thread = new Thread(() -> run(steps, pause), name);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void run(Runnable steps, Duration pause) {
        try {
            served.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return;
        }
        try (ActiveRulebook.Lease lease = rulebooks.lease()) {
            steps.run();
        } catch (RuntimeException failure) {
            // Mostly the program is being stopped; nothing depends on the warm-up.
            LOG.info("The warm-up ended early: {}", failure.getClass().getSimpleName());
        }
    }

    private void analyse() {
        try {
            // Requests of users run the bytecode once it is verified, so the bytecode has to be warm.
            rulebooks.awaitVerification(PATIENCE);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return;
        }
        Evaluation unanswered = consultation.evaluate(new Consultation.Request("", null, Language.EN, Answers.none()));
        analyses.interview(unanswered);
        analyses.flips(unanswered);
        analyses.strategy(unanswered, Strategy.HOLD);
        analyses.smallestChange(unanswered, Strategy.HOLD, Set.of());
        for (int round = 1; round < ROUNDS; round++) {
            analyses.interview(unanswered);
        }
    }
}
