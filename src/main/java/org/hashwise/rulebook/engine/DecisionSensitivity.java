package org.hashwise.rulebook.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.rulebook.bytecode.BulkEvaluator;
import org.hashwise.rulebook.language.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The decision about one company as a function of the thresholds and of single rules of the policy. Without bytecode, rules that
 * read no changed threshold are matched once, and equal evidence is decided once. Not thread-safe.
 */
public final class DecisionSensitivity {

    private final VariantRules rules;
    private final Situation situation;
    private final WorkingFacts company;
    private final BitSet matching;
    private final Map<Case, Optional<Strategy>> decisions = new HashMap<>();
    private final @Nullable BulkEvaluator bytecode;
    private final Optional<Strategy> decision;

    /** The inputs of a decision about one company. */
    private record Case(List<Integer> facts, Map<String, Double> thresholds) {}

    public DecisionSensitivity(VariantRules rules, Situation situation) {
        this.rules = rules;
        this.situation = situation;
        this.company = WorkingFacts.of(situation);
        this.matching = rules.matching(company);
        this.bytecode = rules.evaluator();
        this.decision = decide(matching, Map.of());
    }

    /** The decision with the thresholds as they are; empty when no rule decides. */
    public Optional<Strategy> decision() {
        return decision;
    }

    /** The decision with other values of thresholds. */
    public Optional<Strategy> decisionWith(ThresholdVariant variant) {
        return bytecode == null
                ? decide(variant.matching(company, matching), variant.values())
                : Optional.ofNullable(bytecode.strategy(situation, variant.thresholds()));
    }

    /** The decision if a rule of the policy did not exist. */
    public Optional<Strategy> decisionWithout(Rule rule) {
        BitSet others = (BitSet) matching.clone();
        others.clear(rules.position(rule));
        return decide(others, Map.of());
    }

    /** The rules of the policy that match with the thresholds as they are. */
    public List<Rule> matchingRules() {
        return matching.stream().mapToObj(rules::rule).toList();
    }

    /**
     * The ids of the rules of the policy that match with other thresholds and do not now, or the reverse; when there are
     * none, those of the rules of the decision that read one of the changed thresholds.
     */
    public List<String> changedRules(ThresholdVariant variant) {
        BitSet changed = variant.matching(company, matching);
        changed.xor(matching);
        if (changed.isEmpty()) {
            return rules.decisionReading(variant.values().keySet());
        }
        List<String> ids = new ArrayList<>();
        changed.stream().forEach(position -> ids.add(rules.rule(position).id()));
        return ids;
    }

    private Optional<Strategy> decide(BitSet matching, Map<String, Double> changed) {
        Map<String, Double> bearing = rules.readByDecision(changed);
        return decisions.computeIfAbsent(
                new Case(rules.factCounts(matching), bearing),
                unknown -> Optional.ofNullable(rules.decide(situation, matching, bearing)));
    }
}
