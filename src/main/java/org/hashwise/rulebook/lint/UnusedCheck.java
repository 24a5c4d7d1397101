package org.hashwise.rulebook.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hashwise.economics.Economics;
import org.hashwise.economics.Estimates;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Typical;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.Thresholds;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Linter check for definitions that are never used. */
final class UnusedCheck {

    private final List<Rule> rules;
    private final Function<String, Position> positions;
    private final Problems problems;

    UnusedCheck(List<Rule> rules, Function<String, Position> positions, Problems problems) {
        this.rules = rules;
        this.positions = positions;
        this.problems = problems;
    }

    void thresholds(Set<String> names, Set<String> usedElsewhere) {
        Set<String> used = new HashSet<>(usedElsewhere);
        rules.forEach(rule -> used.addAll(Thresholds.in(rule)));
        names.stream().filter(name -> !used.contains(name)).forEach(name -> warn(Code.UNUSED_THRESHOLD, name));
    }

    void schedules(Set<String> names) {
        Set<String> used = new HashSet<>();
        rules.forEach(rule -> rule.consequences()
                .forEach(consequence -> consequence.arguments().forEach(argument -> used.add(argument.text()))));
        names.stream().filter(name -> !used.contains(name)).forEach(name -> warn(Code.UNUSED_THRESHOLD, name));
    }

    void questions(Questionnaire questionnaire, FactSchema schema) {
        Set<String> read = new HashSet<>(Economics.inputs());
        rules.forEach(rule -> read.addAll(schema.reads(rule)));
        for (Question question : questionnaire.questions()) {
            if (question.typical() instanceof Typical.Estimated estimate) {
                read.addAll(Estimates.reads(estimate));
            }
        }
        questionnaire.questions().stream()
                .map(Question::id)
                .filter(id -> !read.contains(id))
                .forEach(id -> warn(Code.UNREAD_QUESTION, id));
    }

    private void warn(Code code, String name) {
        problems.warning(code, positions.apply(name), name, "", name);
    }
}
