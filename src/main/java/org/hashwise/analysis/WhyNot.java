package org.hashwise.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.Evidence.Direction;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Language;
import org.jspecify.annotations.Nullable;

/** Explanations of why a rule fired or did not, and why a strategy is not recommended. */
public final class WhyNot {

    private final Adviser adviser;

    public WhyNot(Adviser adviser) {
        this.adviser = adviser;
    }

    /** A rule of the policy with its conditions; empty when there is none with this id. */
    public Optional<RuleReading> rule(String id, Situation situation, Language language) {
        return adviser.readings(situation, language).stream()
                .filter(reading -> reading.rule().id().equals(id))
                .findFirst();
    }

    /** @param advice for the situation */
    public StrategyCase strategy(Strategy strategy, Situation situation, Advice advice) {
        Strategy runnerUp = advice.ranking().get(1).strategy();
        return new StrategyCase(
                RankedStrategy.find(advice.ranking(), strategy).orElseThrow(),
                advice.ranking().get(0),
                advice.gates(strategy),
                advice.evidence(strategy, Direction.AGAINST),
                lacking(strategy, situation, advice.language()),
                advice.evidence(strategy, Direction.FOR),
                runnerUp,
                advice.evidence(runnerUp, Direction.FOR),
                carrier(strategy, situation));
    }

    private List<RuleReading> lacking(Strategy strategy, Situation situation, Language language) {
        return adviser.readings(situation, language).stream()
                .filter(reading -> !reading.fires() && reading.wouldSupport(strategy))
                .filter(reading -> reading.unmet().size() == 1)
                .toList();
    }

    private @Nullable Flip carrier(Strategy strategy, Situation situation) {
        return new FlipFinder(adviser)
                .flips(situation).stream()
                        .filter(Flip::assumed)
                        .min(Comparator.<Flip, Boolean>comparing(flip -> flip.to() != strategy)
                                .thenComparingDouble(flip -> distance(flip, situation))
                                .thenComparing(Flip::id))
                        .orElse(null);
    }

    private static double distance(Flip flip, Situation situation) {
        int position = situation.questionnaire().position(flip.id());
        return ChangeDistance.distance(situation, position, flip.current(), flip.at());
    }
}
