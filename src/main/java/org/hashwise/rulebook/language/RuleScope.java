package org.hashwise.rulebook.language;

import java.util.Collection;
import java.util.Set;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/**
 * The rule that is checked, the names that it can use, and its problems.
 *
 * @param rule id
 * @param answers ids of questions that were answered wherever the rule fires, so that they have a value
 */
record RuleScope(
        FactSchema schema,
        Collection<String> thresholds,
        Problems problems,
        String rule,
        RuleRole role,
        Set<String> answers) {

    void error(Code code, Position position, String suggestion, Object... arguments) {
        problems.error(code, position, rule, suggestion, arguments);
    }

    void check(Expression.Threshold threshold) {
        String name = threshold.name();
        if (!thresholds.contains(name) && !lacksParameters()) {
            error(Code.UNKNOWN_THRESHOLD, threshold.position(), Suggestion.near(name, thresholds), name);
        }
    }

    /** Returns whether files with parameters could not be read, so that names in them are unknown. */
    boolean lacksParameters() {
        return problems.lacksFilesOf("parameters");
    }
}
