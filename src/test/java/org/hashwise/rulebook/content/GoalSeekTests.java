package org.hashwise.rulebook.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoalSeekTests {

    @Test
    void theSmallestOfSeveralArgumentsCounts() {
        GoalSeek parabola = new GoalSeek(x -> (x - 1) * (x - 30), 0, 100);
        assertThat(parabola.of(0).argument()).hasValue(1);
        assertThat(parabola.of(-1e6).argument()).isEmpty();
    }

    @Test
    void aValueOverWhichTheFunctionJumpsIsNotReached() {
        GoalSeek steps = new GoalSeek(Math::floor, 0, 100);
        assertThat(steps.of(2.5).argument()).isEmpty();
        assertThat(steps.of(200).greatest()).isEqualTo(100);
    }

    @Test
    void whereNoNumberHasTheValueExactlyTheFunctionIsJustAboveIt() {
        for (double value : new double[] {0.1, 1 / 3.0, 7.77, 0.15}) {
            double argument =
                    new GoalSeek(x -> x * x * 1.1, 0, 10).of(value).argument().orElseThrow();
            assertThat(argument * argument * 1.1).isBetween(value, value * (1 + 1e-14));
        }
    }

    @Test
    void aRoundArgumentIsFoundExactly() {
        GoalSeek runway = new GoalSeek(cash -> cash / 1_250_000, 0, 1e12);
        assertThat(runway.of(5.9).argument()).hasValue(7_375_000);
        assertThat(new GoalSeek(x -> -3 * x, -50, 50).of(60).argument()).hasValue(-20);
    }

    @Test
    void aFunctionThatDoesNotDependOnItsArgumentHasOneValue() {
        GoalSeek.Result result = new GoalSeek(x -> 7, 0, 100).of(8);
        assertThat(result.argument()).isEmpty();
        assertThat(result.least()).isEqualTo(result.greatest()).isEqualTo(7);
    }
}
