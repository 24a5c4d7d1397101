package org.hashwise.rulebook.engine;

import java.util.List;
import org.hashwise.advice.Situation;
import org.hashwise.rulebook.language.Rule;

/** What tells which rules fire. */
public interface RuleEngine {

    /**
     * Lets all rules look at a situation: first the policy, then the scores, then the decision.
     *
     * @throws org.hashwise.advice.EvaluationStopped when they go on without end
     */
    Findings evaluate(Situation situation);

    /** The positions of the rows of the regulation table that match a code, in ascending order. */
    List<Integer> rowsFor(String code);

    /** The rules of the recommendation, in order. */
    List<Rule> decisionRules();
}
