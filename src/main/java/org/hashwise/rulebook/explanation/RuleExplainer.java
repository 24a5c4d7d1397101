package org.hashwise.rulebook.explanation;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.RuleReading.Deed;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.engine.ConditionEvaluator;
import org.hashwise.rulebook.engine.Effect;
import org.hashwise.rulebook.engine.RuleEngine;
import org.hashwise.rulebook.engine.WorkingFacts;
import org.hashwise.rulebook.language.Atom;
import org.hashwise.rulebook.language.Consequence;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.language.Strength;

/** Explanation of every policy rule: which of its conditions held for a company. Thread-safe. */
public final class RuleExplainer {

    private final RuleEngine engine;
    private final Map<Rule, List<ConditionExplainer>> conditions = new IdentityHashMap<>();

    public RuleExplainer(RuleEngine engine) {
        this.engine = engine;
        RulebookContents contents = engine.contents();
        ConditionEvaluator evaluator = new ConditionEvaluator(contents.questionnaire(), contents.thresholds());
        for (Rule rule : contents.policy()) {
            conditions.put(
                    rule,
                    Atom.in(rule).stream()
                            .map(atom -> new ConditionExplainer(atom, evaluator))
                            .toList());
        }
    }

    /** The rules of the policy, in the order of file and line. */
    public List<RuleReading> readings(Situation situation, Language language) {
        Set<String> fired = new HashSet<>();
        for (Effect effect : engine.evaluate(situation).effects()) {
            fired.add(effect.rule().id());
        }
        FigureText figures = new FigureText(situation, engine.contents().parameters(), language);
        WorkingFacts company = WorkingFacts.of(situation);
        return engine.contents().policy().stream()
                .map(rule -> new RuleReading(
                        AdviceBuilder.reference(rule, language),
                        figures.fill(rule.text().in(language)),
                        rule.consequences().stream().map(RuleExplainer::effect).toList(),
                        fired.contains(rule.id()),
                        conditions.getOrDefault(rule, List.of()).stream()
                                .map(condition -> condition.explain(company, situation))
                                .toList()))
                .toList();
    }

    private static RuleReading.Effect effect(Consequence consequence) {
        List<Consequence.Argument> arguments = consequence.arguments();
        int strength = arguments.size() < 2
                ? 0
                : Strength.valueOf(arguments.get(1).text()).points();
        return new RuleReading.Effect(
                Deed.valueOf(consequence.name().toUpperCase(java.util.Locale.ROOT)),
                Strategy.valueOf(arguments.get(0).text()),
                strength);
    }
}
