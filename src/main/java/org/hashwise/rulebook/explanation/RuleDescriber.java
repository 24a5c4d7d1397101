package org.hashwise.rulebook.explanation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.RuleReading.EffectType;
import org.hashwise.advice.Strategy;
import org.hashwise.rulebook.engine.RuleEngine;
import org.hashwise.rulebook.language.Consequence;
import org.hashwise.rulebook.language.ConsequenceForm;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.language.Strength;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.RuleCase;
import org.hashwise.rulebook.model.RuleDescription;
import org.hashwise.rulebook.testing.CaseRunner;

/** Description of the rules of a rulebook, with the cases that try them and the real companies for which they fire. */
public final class RuleDescriber {

    private final RuleEngine engine;
    private final FactSchema schema;
    private final Map<String, List<RuleCase>> cases = new HashMap<>();
    private final Map<String, List<CaseStudy>> companies = new HashMap<>();

    public RuleDescriber(RuleEngine engine) {
        this.engine = engine;
        this.schema = new FactSchema(engine.contents().questionnaire());
    }

    /** All rules by id, in the order of file and line. */
    public Map<String, RuleDescription> descriptions() {
        RulebookContents contents = engine.contents();
        contents.ruleCases().forEach(example -> {
            note(example.fires(), example, cases);
            note(example.silent(), example, cases);
        });
        CaseRunner runner = new CaseRunner(engine);
        for (CaseStudy study : contents.cases()) {
            engine.situation(study.answers(), study.asOf())
                    .ifPresent(company -> note(runner.fired(company, engine.evaluate(company)), study, companies));
        }
        Map<String, RuleDescription> descriptions = new LinkedHashMap<>();
        for (RuleRole role : RuleRole.values()) {
            contents.rules(role).forEach(rule -> descriptions.put(rule.id(), description(rule, role)));
        }
        return descriptions.values().stream()
                .sorted(Comparator.comparing(RuleDescription::file).thenComparingInt(RuleDescription::line))
                .collect(Collectors.toMap(RuleDescription::id, it -> it, (first, second) -> first, LinkedHashMap::new));
    }

    private static <T> void note(Collection<String> rules, T example, Map<String, List<T>> byRule) {
        rules.forEach(
                rule -> byRule.computeIfAbsent(rule, id -> new ArrayList<>()).add(example));
    }

    private RuleDescription description(Rule rule, RuleRole role) {
        ClauseBuilder clauses =
                new ClauseBuilder(rule, schema, engine.contents().parameters());
        List<RuleReading.Effect> effects = new ArrayList<>();
        List<RuleDescription.Action> actions = new ArrayList<>();
        for (Consequence consequence : rule.consequences()) {
            if (role == RuleRole.POLICY && ConsequenceForm.of(consequence.name(), role) != null) {
                effects.add(effect(consequence));
            } else {
                actions.add(clauses.action(consequence));
            }
        }
        return new RuleDescription(
                rule.id(),
                rule.title(),
                rule.position().file().split("/", 3)[1],
                rule.position().file(),
                rule.position().line(),
                rule.source(),
                clauses.clauses(),
                effects,
                actions,
                rule.text(),
                clauses.thresholds(),
                cases.getOrDefault(rule.id(), List.of()),
                companies.getOrDefault(rule.id(), List.of()));
    }

    static RuleReading.Effect effect(Consequence consequence) {
        List<Consequence.Argument> arguments = consequence.arguments();
        int strength = arguments.size() < 2
                ? 0
                : Strength.valueOf(arguments.get(1).text()).points();
        return new RuleReading.Effect(
                EffectType.valueOf(consequence.name().toUpperCase(Locale.ROOT)),
                Strategy.valueOf(arguments.get(0).text()),
                strength);
    }
}
