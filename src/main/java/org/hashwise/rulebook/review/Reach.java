package org.hashwise.rulebook.review;

import org.hashwise.rulebook.RulebookProblem.Code;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.language.Rule;

/** Finds rules that no possible company makes fire, and rules that every company makes fire. */
final class Reach {

    private final Regions regions;
    private final Problems problems;

    Reach(Regions regions, Problems problems) {
        this.regions = regions;
        this.problems = problems;
    }

    void check(Rule rule) {
        if (regions.of(rule).isEmpty()) {
            problems.warning(Code.NEVER_FIRES, rule.position(), rule.id(), "");
        } else if (regions.outside(rule).isEmpty()) {
            problems.warning(Code.ALWAYS_FIRES, rule.position(), rule.id(), "");
        }
    }
}
