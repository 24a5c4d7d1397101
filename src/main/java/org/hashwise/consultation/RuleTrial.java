package org.hashwise.consultation;

import java.util.List;
import org.hashwise.comparison.CaseChange;
import org.hashwise.comparison.RulebookChange;
import org.hashwise.comparison.RulebookComparison;
import org.hashwise.rulebook.RulebookDifference;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.UnifiedDiff;

/**
 * The result of trying one edit of the rulebook in force.
 *
 * @param before the files in force
 * @param after the edited files, with the cases at a border that move with the edit
 * @param errors what the checks object to; the edit cannot come into force with any
 * @param companies how many of the casebook were compared
 * @param companyChanges those that get another advice
 * @param drawn how many companies were drawn
 * @param changed how many of these get another advice
 * @param rescored how many get other points or blocks
 * @param changes the changes of the advice, the most frequent first
 * @param rules that make the difference, and for how many drawn companies
 */
public record RuleTrial(
        RulebookFiles before,
        RulebookFiles after,
        List<RulebookProblem> errors,
        int companies,
        List<CaseChange> companyChanges,
        int drawn,
        int changed,
        int rescored,
        List<RulebookChange> changes,
        List<RulebookComparison.RuleCount> rules) {

    public RuleTrial {
        errors = List.copyOf(errors);
        companyChanges = List.copyOf(companyChanges);
        changes = List.copyOf(changes);
        rules = List.copyOf(rules);
    }

    /** The edit as a unified diff; of a workbook the cells. */
    public List<String> diff() {
        return RulebookDifference.lines(before, after);
    }

    /** The paths of the files that change. */
    public List<String> paths() {
        return UnifiedDiff.paths(before, after);
    }

    public boolean isSound() {
        return errors.isEmpty();
    }
}
