package org.hashwise.analysis;

import java.util.List;
import org.hashwise.advice.Evidence;
import org.hashwise.advice.Gate;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.Strategy;
import org.jspecify.annotations.Nullable;

/**
 * The case for and against one strategy.
 *
 * @param standing where the strategy ended
 * @param recommended where the recommended strategy ended
 * @param gates what blocks it
 * @param against evidence against it, strongest first
 * @param lacking rules that would have spoken for it and miss one condition only
 * @param argument evidence for it, strongest first: what its advocate would say
 * @param runnerUp the strategy behind the recommended one
 * @param runnerUpArgument evidence for the runner-up, strongest first
 * @param carrier the assumption whose smallest change would overturn the recommendation, in favour of this strategy if
 *     one can; null when no single assumption does
 */
public record StrategyCase(
        RankedStrategy standing,
        RankedStrategy recommended,
        List<Gate> gates,
        List<Evidence> against,
        List<RuleReading> lacking,
        List<Evidence> argument,
        Strategy runnerUp,
        List<Evidence> runnerUpArgument,
        @Nullable Flip carrier) {

    public StrategyCase {
        gates = List.copyOf(gates);
        against = List.copyOf(against);
        lacking = List.copyOf(lacking);
        argument = List.copyOf(argument);
        runnerUpArgument = List.copyOf(runnerUpArgument);
    }
}
