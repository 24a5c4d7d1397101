package org.hashwise.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Counterfactual;
import org.hashwise.analysis.Flip;
import org.hashwise.analysis.Interview;
import org.hashwise.analysis.StrategyCase;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;

/** The warm-up does each analysis once and then repeats itself, beside the steps of other modules. */
class WarmUpTests {

    private static final List<String> ANALYSES = List.of("interview", "flips", "strategy", "change");
    private static final int REPETITIONS = 7;

    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> doneByOthers = new LinkedBlockingQueue<>();

    @Test
    void afterTheFirstRequestEachAnalysisIsDoneOnceAndRepeatedBesideTheStepsOfOthers() throws Exception {
        WarmUp warmUp = warmUp(event -> doneByOthers.add(event.getClass().getSimpleName()));
        warmUp.start(Duration.ofHours(1));
        assertThat(done).isEmpty();
        assertThat(doneByOthers).isEmpty();
        warmUp.served();

        List<String> order = new ArrayList<>(ANALYSES);
        order.addAll(Collections.nCopies(REPETITIONS, "interview"));
        for (String expected : order) {
            assertThat(done.poll(1, TimeUnit.MINUTES)).isEqualTo(expected);
        }
        assertThat(doneByOthers.poll(1, TimeUnit.MINUTES)).isEqualTo("WarmUpEvent");
    }

    @Test
    void withoutARequestItBeginsAfterItsPause() throws Exception {
        warmUp(event -> doneByOthers.add("others")).start(Duration.ofMillis(1));

        assertThat(doneByOthers.poll(1, TimeUnit.MINUTES)).isEqualTo("others");
    }

    @Test
    void aStepOfOthersThatFailsEndsNothingElse() throws Exception {
        WarmUp warmUp = warmUp(event -> {
            throw new IllegalStateException("the program is being stopped");
        });
        warmUp.start(Duration.ZERO);

        for (String expected : ANALYSES) {
            assertThat(done.poll(1, TimeUnit.MINUTES)).isEqualTo(expected);
        }
    }

    private WarmUp warmUp(ApplicationEventPublisher others) {
        return new WarmUp(SmallRulesSlice.RULEBOOKS, SmallRulesSlice.consultation(), new Recorded(), others, true);
    }

    private final class Recorded extends Analyses {
        Recorded() {
            super(SmallRulesSlice.RULEBOOKS);
        }

        @Override
        public Interview interview(Evaluation evaluation) {
            done.add("interview");
            return super.interview(evaluation);
        }

        @Override
        public List<Flip> flips(Evaluation evaluation) {
            done.add("flips");
            return super.flips(evaluation);
        }

        @Override
        public StrategyCase strategy(Evaluation evaluation, Strategy strategy) {
            done.add("strategy");
            return super.strategy(evaluation, strategy);
        }

        @Override
        public Counterfactual smallestChange(Evaluation evaluation, Strategy target, Set<String> locked) {
            done.add("change");
            return super.smallestChange(evaluation, target, locked);
        }
    }
}
