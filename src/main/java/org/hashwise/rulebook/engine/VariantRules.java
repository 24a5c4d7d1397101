package org.hashwise.rulebook.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.rulebook.bytecode.BulkEvaluator;
import org.hashwise.rulebook.bytecode.BulkRules;
import org.hashwise.rulebook.language.ConsequenceForm;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.language.Thresholds;
import org.jspecify.annotations.Nullable;

/**
 * Rules whose thresholds can be varied. Of the decision only the rules that choose the strategy are evaluated: how far
 * hosting goes and what the strategy is combined with is left out. Thread-safe.
 */
public final class VariantRules {

    private final RulebookContents contents;
    private final Map<String, Double> thresholds;
    private final List<Rule> policy;
    private final List<Predicate<WorkingFacts>> conditions;
    private final IdentityHashMap<Rule, Integer> positions = new IdentityHashMap<>();
    private final Map<String, BitSet> readers = new HashMap<>();
    private final Set<String> decisionThresholds = new HashSet<>();
    private final Map<Map<String, Double>, RuleInterpreter> deciders = new ConcurrentHashMap<>();
    private final List<List<Fact>> factsOfRules;
    private final Map<Fact, Integer> factKinds = new HashMap<>();
    private final @Nullable BulkRules bytecode;

    /** The part of an effect of the policy that the decision reads; equal ones are one. */
    private record Fact(ConsequenceForm form, Strategy strategy, int points) {}

    /** @param bytecode of the rules, known to decide as they do; null when they have none */
    public VariantRules(RulebookContents contents, @Nullable BulkRules bytecode) {
        this.bytecode = bytecode;
        List<Rule> decision = contents.decision().stream()
                .filter(VariantRules::choosesStrategy)
                .toList();
        this.contents = contents.with(RuleRole.DECISION, decision);
        this.thresholds = contents.thresholds();
        this.policy = contents.policy();
        ConditionEvaluator evaluator = new ConditionEvaluator(contents.questionnaire(), contents.thresholds());
        this.conditions = policy.stream().map(evaluator::of).toList();
        for (int position = 0; position < policy.size(); position++) {
            positions.put(policy.get(position), position);
            for (String threshold : Thresholds.in(policy.get(position))) {
                readers.computeIfAbsent(threshold, name -> new BitSet()).set(position);
            }
        }
        decision.forEach(rule -> decisionThresholds.addAll(Thresholds.in(rule)));
        List<List<Fact>> facts = new ArrayList<>();
        policy.forEach(rule -> facts.add(new ArrayList<>()));
        EffectTable.of(policy).effects().stream()
                .filter(effect -> effect.points() != 0 || effect.form() == ConsequenceForm.BLOCK)
                .forEach(effect -> {
                    Fact fact = new Fact(effect.form(), effect.strategy(), effect.points());
                    factKinds.putIfAbsent(fact, factKinds.size());
                    facts.get(position(effect.rule())).add(fact);
                });
        this.factsOfRules = List.copyOf(facts);
    }

    private static boolean choosesStrategy(Rule rule) {
        return rule.consequences().stream()
                .map(consequence -> ConsequenceForm.in(consequence, RuleRole.DECISION))
                .anyMatch(form -> form == ConsequenceForm.SCORE || form == ConsequenceForm.RECOMMEND);
    }

    /** The names of the thresholds on which the strategy depends, in alphabetical order. */
    public Set<String> thresholds() {
        Set<String> names = new TreeSet<>(readers.keySet());
        names.addAll(decisionThresholds);
        return names;
    }

    /** The same rules with other values of some thresholds. */
    public ThresholdVariant with(Map<String, Double> values) {
        Map<String, Double> all = new HashMap<>(thresholds);
        all.putAll(values);
        return new ThresholdVariant(
                values, bytecode == null ? new double[0] : bytecode.thresholds(all), () -> conditions(values, all));
    }

    private Map<Integer, Predicate<WorkingFacts>> conditions(Map<String, Double> values, Map<String, Double> all) {
        BitSet affected = new BitSet();
        values.keySet().forEach(name -> affected.or(readers.getOrDefault(name, new BitSet())));
        ConditionEvaluator evaluator = new ConditionEvaluator(contents.questionnaire(), all);
        Map<Integer, Predicate<WorkingFacts>> changed = new HashMap<>();
        affected.stream().forEach(position -> changed.put(position, evaluator.of(policy.get(position))));
        return Map.copyOf(changed);
    }

    /** A new evaluator of bytecode, for one thread; null when there is no bytecode. */
    @Nullable
    BulkEvaluator evaluator() {
        return bytecode == null ? null : bytecode.evaluator();
    }

    Rule rule(int position) {
        return policy.get(position);
    }

    int position(Rule rule) {
        return Objects.requireNonNull(positions.get(rule), rule.id());
    }

    /** The positions of the rules of the policy that match a company. */
    BitSet matching(WorkingFacts company) {
        BitSet matching = new BitSet();
        for (int position = 0; position < conditions.size(); position++) {
            matching.set(position, conditions.get(position).test(company));
        }
        return matching;
    }

    /** The ids of the rules of the decision that read one of some thresholds. */
    List<String> decisionReading(Set<String> names) {
        return contents.decision().stream()
                .filter(rule -> Thresholds.in(rule).stream().anyMatch(names::contains))
                .map(Rule::id)
                .toList();
    }

    /** The values of thresholds that the rules of the decision read. */
    Map<String, Double> readByDecision(Map<String, Double> values) {
        Map<String, Double> read = new HashMap<>(values);
        read.keySet().retainAll(decisionThresholds);
        return read;
    }

    /**
     * The number of facts of each kind that the matching rules of the policy cause. Equal numbers lead to the same decision about
     * a company.
     */
    List<Integer> factCounts(BitSet matching) {
        Integer[] counts = new Integer[factKinds.size()];
        Arrays.fill(counts, 0);
        matching.stream()
                .forEach(position -> factsOfRules
                        .get(position)
                        .forEach(fact -> counts[Objects.requireNonNull(factKinds.get(fact))]++));
        return List.of(counts);
    }

    /** The strategy that follows for a company from the rules of the policy that match; null when no rule decides. */
    @Nullable
    Strategy decide(Situation situation, BitSet matching, Map<String, Double> thresholds) {
        RuleInterpreter decider =
                deciders.computeIfAbsent(thresholds, values -> new RuleInterpreter(contents.withThresholds(values)));
        List<PolicyEffect> caused = new ArrayList<>();
        for (PolicyEffect effect : decider.effects()) {
            if (matching.get(position(effect.rule()))) {
                caused.add(effect);
            }
        }
        return decider.decide(situation, caused).recommended();
    }
}
