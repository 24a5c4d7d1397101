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
import org.hashwise.rulebook.language.Consequence;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.Strength;
import org.hashwise.rulebook.testing.ConditionProbe;
import org.hashwise.rulebook.testing.ConditionReading;
import org.hashwise.rulebook.testing.RulebookUnderTest;
import org.jspecify.annotations.Nullable;

/**
 * Tells for every rule of the policy which of its conditions held for a company. The probes behind it are compiled when
 * somebody asks for the first time.
 */
public final class RuleExplainer implements AutoCloseable {

    private final RulebookUnderTest subject;
    private final ConditionText conditions;
    private @Nullable ConditionProbe probe;

    public RuleExplainer(RulebookUnderTest subject) {
        this.subject = subject;
        this.conditions = new ConditionText(subject.questionnaire());
    }

    /** The rules of the policy, in the order of file and line. */
    public List<RuleReading> readings(Situation situation, Language language) {
        Set<String> fired = new HashSet<>();
        for (Effect effect : subject.compiled().evaluate(situation).effects()) {
            fired.add(effect.rule().id());
        }
        Map<String, List<ConditionReading>> byRule = new LinkedHashMap<>();
        for (ConditionReading reading : probe().read(situation)) {
            byRule.computeIfAbsent(reading.atom().rule().id(), rule -> new ArrayList<>())
                    .add(reading);
        }
        FigureText figures = new FigureText(situation, subject.parameters(), language);
        List<RuleReading> readings = new ArrayList<>();
        for (Rule rule : subject.policy()) {
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

    private synchronized ConditionProbe probe() {
        ConditionProbe known = probe;
        if (known == null) {
            known = ConditionProbe.of(subject.questionnaire(), subject.policy(), subject.thresholds());
            probe = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        if (probe != null) {
            probe.close();
        }
    }
}
