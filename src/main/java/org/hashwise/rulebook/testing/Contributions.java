package org.hashwise.rulebook.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hashwise.advice.Situation;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.rulebook.engine.ConditionEvaluator;
import org.hashwise.rulebook.engine.Findings;
import org.hashwise.rulebook.engine.PolicyEffect;
import org.hashwise.rulebook.engine.RuleEngine;
import org.hashwise.rulebook.engine.WorkingFacts;
import org.hashwise.rulebook.language.Consequence;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RulePrinter;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.model.Contribution;

/** The contribution of each fired rule to a decision; steps and risks do not bear on it. */
public final class Contributions {

    private final RuleEngine engine;
    private final RulePrinter printer;
    private final CaseRunner runner;
    private final ConditionEvaluator evaluator;
    private final Map<String, Rule> policy = new HashMap<>();
    private final Map<String, Predicate<WorkingFacts>> matching = new ConcurrentHashMap<>();

    // The text of a rule is the same for each of a thousand companies.
    private final Map<Integer, String> effects = new ConcurrentHashMap<>();
    private final Map<Integer, String> decisions = new ConcurrentHashMap<>();

    public Contributions(RuleEngine engine) {
        this.engine = engine;
        RulebookContents contents = engine.contents();
        contents.policy().forEach(rule -> policy.put(rule.id(), rule));
        this.runner = new CaseRunner(engine);
        this.evaluator = new ConditionEvaluator(contents.questionnaire(), contents.thresholds());
        this.printer = new RulePrinter(contents.thresholds(), Contributions::words);
    }

    /** The contributions in the order of the rules: policy, rows of the regulation table, decision. */
    public List<Contribution> to(Situation situation) {
        Findings findings = engine.evaluate(situation);
        List<Contribution> contributions = new ArrayList<>();
        for (PolicyEffect effect : findings.effects()) {
            if (effect.form().decides()) {
                contributions.add(new Contribution(effect.rule().id(), false, wordsOf(effect)));
            }
        }
        for (String code : situation.shares(Jurisdictions.QUESTION).keySet()) {
            row(code).ifPresent(row -> contributions.add(new Contribution(row.id(), false, code + ": " + words(row))));
        }
        for (int position : findings.decisions()) {
            Rule rule = engine.contents().decision().get(position);
            contributions.add(
                    new Contribution(rule.id(), true, decisions.computeIfAbsent(position, it -> printer.print(rule))));
        }
        return contributions;
    }

    /**
     * The contributions of those of some rules that fire.
     *
     * @param asked ids; all rules are evaluated only if one of the recommendation is among them
     */
    public Set<String> among(Set<String> asked, Situation situation) {
        if (asked.isEmpty()) {
            return Set.of();
        }
        Set<String> rules = engine.contents().decision().stream().map(Rule::id).anyMatch(asked::contains)
                ? runner.fired(situation, engine.evaluate(situation))
                : runner.firedWithoutDecision(situation);
        WorkingFacts company = WorkingFacts.of(situation);
        asked.stream()
                .filter(id -> policy.containsKey(id))
                .filter(id -> matching.computeIfAbsent(id, this::conditions).test(company))
                .forEach(rules::add);
        rules.retainAll(asked);
        return rules;
    }

    private Predicate<WorkingFacts> conditions(String id) {
        return evaluator.of(Objects.requireNonNull(policy.get(id)));
    }

    private Optional<Rule> row(String code) {
        return engine.jurisdictions().grade(code).flatMap(engine.contents()::row);
    }

    private String wordsOf(PolicyEffect effect) {
        return effects.computeIfAbsent(effect.index(), index -> words(effect));
    }

    private static String words(PolicyEffect effect) {
        return effect.rule().consequences().stream()
                .filter(consequence ->
                        consequence.name().equalsIgnoreCase(effect.form().name())
                                && consequence
                                        .arguments()
                                        .get(0)
                                        .text()
                                        .equals(effect.strategy().name()))
                .map(Contributions::words)
                .collect(Collectors.joining(" "));
    }

    private static String words(Rule rule) {
        return rule.consequences().stream().map(Contributions::words).collect(Collectors.joining(" "));
    }

    private static String words(Consequence consequence) {
        return consequence.arguments().stream()
                .map(Consequence.Argument::text)
                .collect(Collectors.joining(", ", consequence.name() + "( ", " )"));
    }
}
