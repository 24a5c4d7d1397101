package org.hashwise.rulebook.bytecode;

import java.util.ArrayList;
import java.util.List;
import org.hashwise.advice.Extent;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.advice.VerdictEvaluator;
import org.jspecify.annotations.Nullable;

/** Evaluator of generated rules. Only {@link #verdict()} makes objects. */
public final class BulkEvaluator implements VerdictEvaluator {

    private static final Strategy[] STRATEGIES = Strategy.values();
    private static final Extent[] EXTENTS = Extent.values();

    private final GeneratedRules rules;
    private final CompanyReader reader;
    private final double[] thresholds;
    private final List<RulesWriter.GateRule> gates;
    private final double[] numbers;
    private final int[] words;
    private final WorkingMemory memory;

    BulkEvaluator(GeneratedRules rules, CompanyReader reader, double[] thresholds, List<RulesWriter.GateRule> gates) {
        this.rules = rules;
        this.reader = reader;
        this.thresholds = thresholds;
        this.gates = gates;
        this.numbers = reader.newNumbers();
        this.words = reader.newWords();
        this.memory = new WorkingMemory(gates.size());
    }

    @Override
    public void evaluate(Situation situation) {
        run(situation, thresholds);
        if (memory.decision == WorkingMemory.NONE) {
            throw new IllegalStateException("no rule decided");
        }
    }

    /**
     * The recommended strategy with other values of thresholds; null when no rule decides.
     *
     * @param values as {@link BulkRules#thresholds} gives them
     */
    public @Nullable Strategy strategy(Situation situation, double[] values) {
        run(situation, values);
        return memory.decision == WorkingMemory.NONE ? null : STRATEGIES[memory.decision];
    }

    private void run(Situation situation, double[] values) {
        reader.read(situation, numbers, words);
        memory.clear();
        rules.policy(numbers, words, values, memory.evidence, memory);
        rules.decide(numbers, words, values, memory.evidence, memory);
    }

    @Override
    public boolean isFast() {
        return true;
    }

    @Override
    public Strategy strategy() {
        return STRATEGIES[memory.decision];
    }

    @Override
    public double score(Strategy strategy) {
        return memory.score(strategy.ordinal());
    }

    @Override
    public int gates(Strategy strategy) {
        return memory.gates[strategy.ordinal()];
    }

    @Override
    public double margin() {
        int next = WorkingMemory.NONE;
        for (int strategy = 0; strategy < STRATEGIES.length; strategy++) {
            if (strategy != memory.decision && (next == WorkingMemory.NONE || isBefore(strategy, next))) {
                next = strategy;
            }
        }
        return memory.score(memory.decision) - memory.score(next);
    }

    private boolean isBefore(int one, int other) {
        boolean viable = memory.gates[one] == 0;
        boolean otherViable = memory.gates[other] == 0;
        return viable == otherViable ? Double.compare(memory.score(one), memory.score(other)) > 0 : viable;
    }

    @Override
    public Verdict verdict() {
        List<RankedStrategy> ranking = new ArrayList<>(STRATEGIES.length);
        for (Strategy strategy : STRATEGIES) {
            int place = ranking.size();
            while (place > 0
                    && goesBefore(
                            strategy.ordinal(),
                            ranking.get(place - 1).strategy().ordinal())) {
                place--;
            }
            ranking.add(place, new RankedStrategy(strategy, score(strategy), gates(strategy) == 0, blockers(strategy)));
        }
        Strategy combination = memory.combination == WorkingMemory.NONE ? null : STRATEGIES[memory.combination];
        return new Verdict(strategy(), extent(), combination, ranking);
    }

    private boolean goesBefore(int one, int other) {
        return one == memory.decision || (other != memory.decision && isBefore(one, other));
    }

    private @Nullable Extent extent() {
        if (strategy() != Strategy.AI_HOSTING) {
            return null;
        }
        return memory.extent == WorkingMemory.NONE ? Extent.PARTIAL : EXTENTS[memory.extent];
    }

    private List<String> blockers(Strategy strategy) {
        if (gates(strategy) == 0) {
            return List.of();
        }
        List<String> blockers = new ArrayList<>();
        for (int word = 0; word < memory.gateBits.length; word++) {
            for (long bits = memory.gateBits[word]; bits != 0; bits &= bits - 1) {
                RulesWriter.GateRule gate = gates.get(word * Long.SIZE + Long.numberOfTrailingZeros(bits));
                if (gate.strategy() == strategy) {
                    blockers.add(gate.rule());
                }
            }
        }
        return blockers;
    }
}
