package org.hashwise.rulebook.explanation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.RuleReading.Deed;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.engine.Effect;
import org.hashwise.rulebook.engine.RuleEngine;
import org.hashwise.rulebook.language.Consequence;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.language.Strength;
import org.hashwise.rulebook.testing.ConditionReader;
import org.hashwise.rulebook.testing.ConditionReading;

/** Tells for every rule of the policy which of its conditions held for a company. Thread-safe. */
public final class RuleExplainer {

    private final RuleEngine engine;
    private final ConditionReader reader;
    private final ConditionText conditions;

    public RuleExplainer(RuleEngine engine) {
        RulebookContents contents = engine.contents();
        this.engine = engine;
        this.reader = new ConditionReader(contents.questionnaire(), contents.policy(), contents.thresholds());
        this.conditions = new ConditionText(contents.questionnaire());
    }

    /** The rules of the policy, in the order of file and line. */
    public List<RuleReading> readings(Situation situation, Language language) {
        Set<String> fired = new HashSet<>();
        for (Effect effect : engine.evaluate(situation).effects()) {
            fired.add(effect.rule().id());
        }
        Map<String, List<ConditionReading>> byRule = new LinkedHashMap<>();
        for (ConditionReading reading : reader.read(situation)) {
            byRule.computeIfAbsent(reading.atom().rule().id(), rule -> new ArrayList<>())
                    .add(reading);
        }
        FigureText figures = new FigureText(situation, engine.contents().parameters(), language);
        List<RuleReading> readings = new ArrayList<>();
        for (Rule rule : engine.contents().policy()) {
            readings.add(new RuleReading(
                    AdviceBuilder.reference(rule, language),
                    figures.fill(rule.text().in(language)),
                    rule.consequences().stream().map(RuleExplainer::effect).toList(),
                    fired.contains(rule.id()),
                    byRule.getOrDefault(rule.id(), List.of()).stream()
                            .map(reading -> conditions.of(reading, situation))
                            .toList()));
        }
        return readings;
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
