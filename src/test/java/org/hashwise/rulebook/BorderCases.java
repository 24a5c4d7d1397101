package org.hashwise.rulebook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hashwise.advice.Situation;
import org.hashwise.rulebook.content.RuleCasesReader;
import org.hashwise.rulebook.engine.ConditionEvaluator;
import org.hashwise.rulebook.engine.RuleInterpreter;
import org.hashwise.rulebook.engine.WorkingFacts;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.language.Thresholds;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.RuleCase;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.testing.CaseRunner;

/** The cases that state no decision, only which rules of the policy and of the topic plausibility fire and which stay silent. */
final class BorderCases {

    private static final String FILE = "policy/borders/borders.cases.yaml";

    private final RulebookContents contents;
    private final Map<String, Rule> rules = new HashMap<>();
    private final Map<RuleCase, String> texts = new LinkedHashMap<>();
    private final RuleInterpreter interpreter;

    BorderCases(RulebookFiles files, RulebookContents contents) {
        this.contents = contents;
        this.interpreter = new RuleInterpreter(contents);
        Stream.concat(contents.policy().stream(), contents.plausibility().stream())
                .forEach(rule -> rules.put(rule.id(), rule));
        Map<String, List<String>> lines = new HashMap<>();
        for (RuleCase example : contents.ruleCases()) {
            boolean decides = example.recommends() != null
                    || example.extent() != null
                    || example.combines() != null
                    || !example.scores().isEmpty()
                    || !example.suggests().isEmpty();
            String file = example.position().file();
            List<String> all =
                    lines.computeIfAbsent(file, path -> files.text(path).lines().toList());
            if (!decides) {
                texts.put(example, text(all, example.position().line()));
            }
        }
    }

    private static String text(List<String> lines, int first) {
        StringBuilder text = new StringBuilder(lines.get(first - 1)).append('\n');
        lines.stream()
                .skip(first)
                .takeWhile(line -> line.startsWith(" "))
                .forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** The cases that no longer hold when a threshold has another value. */
    List<String> brokenBy(Parameter threshold, double value) {
        RulebookContents moved = contents.withThresholds(Map.of(threshold.name(), value));
        ConditionEvaluator conditions = new ConditionEvaluator(moved.questionnaire(), moved.thresholds());
        Map<String, Predicate<WorkingFacts>> reading = new HashMap<>();
        rules.forEach((id, rule) -> {
            if (Thresholds.in(rule).contains(threshold.name())) {
                reading.put(id, conditions.of(rule));
            }
        });
        List<String> broken = new ArrayList<>();
        CaseRunner runner = new CaseRunner(interpreter);
        texts.forEach((example, text) -> {
            Set<String> named = new HashSet<>(example.fires());
            named.addAll(example.silent());
            named.retainAll(rules.keySet());
            boolean relative = text.contains(threshold.name());
            if (!relative) {
                named.retainAll(reading.keySet());
            }
            if (!named.isEmpty()) {
                Situation company = runner.situation(relative ? resolved(text, moved) : example);
                WorkingFacts facts = WorkingFacts.of(company);
                for (String id : named) {
                    Predicate<WorkingFacts> rule = reading.computeIfAbsent(id, key -> conditions.of(rules.get(key)));
                    if (rule.test(facts) != example.fires().contains(id)) {
                        broken.add(example.sentence() + ": " + id + " with " + threshold.name());
                    }
                }
            }
        });
        return broken;
    }

    /** A case, written as in a file, whose relative values are those of some contents. */
    RuleCase resolved(String text, RulebookContents moved) {
        RulebookFiles files = new RulebookFiles(Map.of(FILE, text.getBytes(StandardCharsets.UTF_8)));
        return new RuleCasesReader(
                        moved.questionnaire(),
                        Set.of(),
                        rules.keySet(),
                        moved.parameters(),
                        moved.markets(),
                        interpreter::jurisdictions,
                        new Problems())
                .read(files)
                .get(0);
    }
}
