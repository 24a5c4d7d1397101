package org.hashwise.rulebook.explanation;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hashwise.advice.Doubt;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.engine.ConditionEvaluator;
import org.hashwise.rulebook.engine.PolicyEffect;
import org.hashwise.rulebook.engine.RuleEngine;
import org.hashwise.rulebook.engine.WorkingFacts;
import org.hashwise.rulebook.language.Atom;
import org.hashwise.rulebook.language.Consequence;
import org.hashwise.rulebook.language.ConsequenceForm;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.language.RulebookContents;

/**
 * Explanation of every policy rule and every rule that doubts answers: which of its conditions held for a company.
 * Thread-safe.
 */
public final class RuleExplainer {

    private final RuleEngine engine;
    private final List<Rule> explained;
    private final IdentityHashMap<Rule, List<ConditionExplainer>> conditions = new IdentityHashMap<>();

    public RuleExplainer(RuleEngine engine) {
        this.engine = engine;
        RulebookContents contents = engine.contents();
        ConditionEvaluator evaluator = new ConditionEvaluator(contents.questionnaire(), contents.thresholds());
        this.explained = Stream.concat(contents.policy().stream(), contents.plausibility().stream())
                .toList();
        for (Rule rule : explained) {
            conditions.put(
                    rule,
                    Atom.in(rule).stream()
                            .map(atom -> new ConditionExplainer(atom, evaluator))
                            .toList());
        }
    }

    /** The rules of the policy, then those that doubt answers, in the order of file and line. */
    public List<RuleReading> readings(Situation situation, Language language) {
        Set<String> fired = new HashSet<>();
        for (PolicyEffect effect : engine.evaluate(situation).effects()) {
            fired.add(effect.rule().id());
        }
        engine.plausibility()
                .about(situation)
                .forEach(raised -> fired.add(raised.rule().id()));
        FigureText figures = new FigureText(situation, engine.contents().parameters(), language);
        WorkingFacts company = WorkingFacts.of(situation);
        return explained.stream()
                .map(rule -> new RuleReading(
                        AdviceBuilder.reference(rule, language),
                        figures.fill(rule.text().in(language)),
                        rule.consequences().stream()
                                .flatMap(consequence -> effect(consequence).stream())
                                .toList(),
                        fired.contains(rule.id()),
                        Stream.concat(
                                        answered(rule, situation),
                                        conditions.getOrDefault(rule, List.of()).stream()
                                                .map(condition -> condition.explain(company, situation)))
                                .toList()))
                .toList();
    }

    // A rule that doubts answers fires only where they were given.
    private static Stream<RuleReading.ConditionReading> answered(Rule rule, Situation situation) {
        return rule.consequences().stream()
                .filter(consequence -> ConsequenceForm.of(consequence.name(), RuleRole.PLAUSIBILITY) != null)
                .flatMap(consequence -> consequence.arguments().stream())
                .map(Consequence.Argument::text)
                .filter(id -> !id.equals(Doubt.DAY))
                .map(id -> answered(id, situation.isAnswered(id)));
    }

    private static RuleReading.ConditionReading answered(String id, boolean given) {
        return new RuleReading.ConditionReading(
                "answered( " + id + " )",
                new TreeMap<>(),
                given,
                given,
                given,
                false,
                new RuleReading.Need(RuleReading.Relation.EQUAL, true),
                null);
    }

    // A doubt has no effect on any strategy.
    private static Optional<RuleReading.Effect> effect(Consequence consequence) {
        if (ConsequenceForm.of(consequence.name(), RuleRole.POLICY) == null) {
            return Optional.empty();
        }
        return Optional.of(RuleDescriber.effect(consequence));
    }
}
