package org.hashwise.rulebook.lint;

import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Linter check for rules that no possible company makes fire, and rules that every company makes fire. */
final class ReachabilityCheck {

    private final BoxInterpreter boxes;
    private final Problems problems;

    ReachabilityCheck(BoxInterpreter boxes, Problems problems) {
        this.boxes = boxes;
        this.problems = problems;
    }

    void check(Rule rule) {
        if (boxes.of(rule).isEmpty()) {
            problems.warning(Code.NEVER_FIRES, rule.position(), rule.id(), "");
        } else if (boxes.outside(rule).isEmpty()) {
            problems.warning(Code.ALWAYS_FIRES, rule.position(), rule.id(), "");
        }
    }
}
