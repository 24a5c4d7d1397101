package org.hashwise.consultation;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The warm-up does once what a first reader waits for, then the steps of other modules, and only then repeats itself. */
class WarmUpTests {

    private static final int REPETITIONS = 7;
    private static final String FAILING = "failing";

    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

    @Test
    void eachAnalysisIsDoneOnceThenTheStepsOfOthersThenTheRepetitions() throws Exception {
        start("others");

        List<String> order = new ArrayList<>(List.of("interview", "flips", "strategy", "change", "others"));
        order.addAll(Collections.nCopies(REPETITIONS, "interview"));
        for (String expected : order) {
            assertThat(done.poll(1, TimeUnit.MINUTES)).isEqualTo(expected);
        }
    }

    @Test
    void aStepThatFailsEndsTheWarmUpAndNothingElse() throws Exception {
        start(FAILING);

        for (String expected : List.of("interview", "flips", "strategy", "change", FAILING)) {
            assertThat(done.poll(1, TimeUnit.MINUTES)).isEqualTo(expected);
        }
        assertThat(done.poll(1, TimeUnit.SECONDS)).isNull();
    }

    private void start(String others) {
        new WarmUp(
                        SmallRulesSlice.RULEBOOKS,
                        SmallRulesSlice.consultation(),
                        new Recorded(),
                        event -> step(event, others),
                        true)
                .start();
    }

    private void step(Object event, String name) {
        assertThat(event).isInstanceOf(WarmUp.WarmUpEvent.class);
        done.add(name);
        if (name.equals(FAILING)) {
            throw new IllegalStateException("the program is being stopped");
        }
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
