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
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.Ordered;

/** The warm-up does once what a first reader waits for, then the steps of other modules, and only then repeats itself. */
class WarmUpTests {

    private static final int REPETITIONS = 7;
    private static final String FAILING = "failing";

    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

    @Test
    void eachAnalysisIsDoneOnceThenTheStepsInTheirOrderThenTheRepetitions() throws Exception {
        start("early");

        List<String> order = new ArrayList<>(List.of("interview", "flips", "strategy", "change", "early", "late"));
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

    private void start(String first) {
        StaticListableBeanFactory steps = new StaticListableBeanFactory();
        // Found in the other order.
        steps.addBean("last", new Step("late", 2));
        steps.addBean("first", new Step(first, 1));
        new WarmUp(
                        SmallRulesSlice.RULEBOOKS,
                        SmallRulesSlice.consultation(),
                        new Recorded(),
                        steps.getBeanProvider(WarmUpStep.class),
                        true)
                .start();
    }

    private final class Step implements WarmUpStep, Ordered {
        private final String name;
        private final int order;

        Step(String name, int order) {
            this.name = name;
            this.order = order;
        }

        @Override
        public int getOrder() {
            return order;
        }

        @Override
        public void run() {
            done.add(name);
            if (name.equals(FAILING)) {
                throw new IllegalStateException("the program is being stopped");
            }
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
