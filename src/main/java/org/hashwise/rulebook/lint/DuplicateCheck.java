package org.hashwise.rulebook.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.ExpressionText;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Linter check for rules with the same conditions that do the same again, and rows of a table that contradict each other. */
final class DuplicateCheck {

    private final Problems problems;

    DuplicateCheck(Problems problems) {
        this.problems = problems;
    }

    void check(List<Rule> rules) {
        Map<String, List<Rule>> seen = new LinkedHashMap<>();
        for (Rule rule : rules) {
            List<Rule> before = seen.computeIfAbsent(text(rule.conditions()), missing -> new ArrayList<>());
            before.forEach(first -> compare(first, rule));
            before.add(rule);
        }
    }

    private void compare(Rule first, Rule second) {
        Set<String> outcomes = outcomes(first);
        boolean same = outcomes(second).stream().anyMatch(outcomes::contains);
        boolean rows = first.position().file().equals(second.position().file())
                && !first.position().file().endsWith(".drl");
        if (rows && !outcomes(second).equals(outcomes)) {
            problems.warning(Code.ROWS_DISAGREE, second.position(), second.id(), "", first.id());
        } else if (same) {
            problems.warning(Code.REPEATED_CONDITION, second.position(), second.id(), "", first.id());
        }
    }

    private static Set<String> outcomes(Rule rule) {
        return rule.consequences().stream()
                .map(consequence -> consequence.name()
                        + consequence.arguments().stream()
                                .map(argument -> argument.text())
                                .toList())
                .collect(Collectors.toSet());
    }

    /** Conditions as a text that does not depend on their order. */
    private static String text(List<Condition> conditions) {
        return conditions.stream()
                .map(DuplicateCheck::text)
                .sorted()
                .distinct()
                .toList()
                .toString();
    }

    private static String text(Condition condition) {
        String kind = condition.getClass().getSimpleName();
        if (condition instanceof Condition.Pattern it) {
            List<String> constraints = it.constraints().stream()
                    .map(ExpressionText::of)
                    .sorted()
                    .distinct()
                    .toList();
            List<String> bindings = it.bindings().stream()
                    .map(binding -> binding.variable() + binding.field())
                    .toList();
            return it.fact() + bindings + constraints;
        } else if (condition instanceof Condition.Accumulate it) {
            List<String> folds = it.folds().stream()
                    .map(fold -> fold.variable() + fold.function() + fold.argument())
                    .toList();
            List<String> constraints =
                    it.constraints().stream().map(ExpressionText::of).toList();
            return kind + text(it.source()) + folds + constraints;
        }
        return kind + text(condition.parts());
    }
}
