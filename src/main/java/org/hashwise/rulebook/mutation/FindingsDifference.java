package org.hashwise.rulebook.mutation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hashwise.advice.Strategy;
import org.hashwise.rulebook.engine.Findings;
import org.hashwise.rulebook.language.ExpressionText;
import org.hashwise.rulebook.language.Rule;
import org.jspecify.annotations.Nullable;

/** The difference of two decisions about the same company. */
final class FindingsDifference {

    private FindingsDifference() {}

    /** The first decision where it differs from the second: keys of a case and their values in YAML. */
    static Map<String, String> between(Findings first, Findings second, List<Rule> rules) {
        Map<String, String> differences = new LinkedHashMap<>();
        for (String key : List.of("fires", "silent")) {
            String ids = rules.stream()
                    .filter(rule -> fired(rule, first, rules) != fired(rule, second, rules))
                    .filter(rule -> fired(rule, first, rules) == key.equals("fires"))
                    .map(Rule::id)
                    .collect(Collectors.joining(", "));
            if (!ids.isEmpty()) {
                differences.put(key, "[" + ids + "]");
            }
        }
        note("recommends", first.recommended(), second.recommended(), differences);
        note("extent", first.extent(), second.extent(), differences);
        note("combines", first.combination(), second.combination(), differences);
        Map<Strategy, Double> scores = scores(first);
        if (!scores.equals(scores(second))) {
            differences.put(
                    "scores",
                    scores.entrySet().stream()
                            .map(score -> score.getKey() + ": " + ExpressionText.number(score.getValue()))
                            .collect(Collectors.joining(", ", "{ ", " }")));
        }
        return differences;
    }

    private static boolean fired(Rule rule, Findings findings, List<Rule> rules) {
        return findings.decisions().contains(rules.indexOf(rule));
    }

    private static void note(
            String key, @Nullable Object first, @Nullable Object second, Map<String, String> differences) {
        if (first != null && !Objects.equals(first, second)) {
            differences.put(key, first.toString());
        }
    }

    private static Map<Strategy, Double> scores(Findings findings) {
        Map<Strategy, Double> scores = new TreeMap<>();
        findings.standings().forEach((strategy, standing) -> scores.put(strategy, standing.score()));
        return scores;
    }
}
