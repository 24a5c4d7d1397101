package org.hashwise.rulebook.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hashwise.advice.Extent;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.rulebook.language.ConsequenceForm;
import org.jspecify.annotations.Nullable;

/** The decision and the order of the strategies. */
public record Ranking(
        Strategy strategy,
        @Nullable Extent extent,
        @Nullable Strategy combination,
        List<RankedStrategy> standings) {

    private static final Strategy[] STRATEGIES = Strategy.values();

    /** @throws IllegalStateException when the rules of the recommendation decided nothing */
    public static Ranking of(Findings findings) {
        Strategy strategy = findings.recommended();
        if (strategy == null) {
            throw new IllegalStateException("no rule decided");
        }
        List<RankedStrategy> standings = new ArrayList<>();
        for (Strategy candidate : STRATEGIES) {
            standings.add(standing(candidate, findings));
        }
        standings.sort(order(strategy));
        Extent extent = strategy == Strategy.AI_HOSTING ? reached(findings) : null;
        return new Ranking(strategy, extent, findings.combination(), standings);
    }

    private static Comparator<RankedStrategy> order(Strategy recommended) {
        return Comparator.<RankedStrategy, Boolean>comparing(standing -> standing.strategy() != recommended)
                .thenComparing(standing -> !standing.viable())
                .thenComparing(Comparator.comparingDouble(RankedStrategy::score).reversed())
                .thenComparing(RankedStrategy::strategy);
    }

    private static Extent reached(Findings findings) {
        Extent extent = findings.extent();
        return extent == null ? Extent.PARTIAL : extent;
    }

    private static RankedStrategy standing(Strategy strategy, Findings findings) {
        StandingFact scored = findings.standings().get(strategy);
        List<String> blockers = new ArrayList<>();
        for (PolicyEffect effect : findings.effects()) {
            if (effect.form() == ConsequenceForm.BLOCK && effect.strategy() == strategy) {
                blockers.add(effect.rule().id());
            }
        }
        double score = scored == null ? points(strategy, findings) : scored.score();
        return new RankedStrategy(strategy, score, blockers.isEmpty(), blockers);
    }

    // Restructuring does not compete, so no rule scores it; its evidence is summed all the same.
    private static double points(Strategy strategy, Findings findings) {
        int sum = 0;
        for (PolicyEffect effect : findings.effects()) {
            sum += effect.strategy() == strategy ? effect.points() : 0;
        }
        return sum;
    }

    /** Returns whether not even the recommended strategy has more for it than against it. */
    public boolean isWeak() {
        return strategy != Strategy.RESTRUCTURE && standings.get(0).score() <= 0;
    }

    public Verdict verdict() {
        return new Verdict(strategy, extent, combination, standings);
    }
}
