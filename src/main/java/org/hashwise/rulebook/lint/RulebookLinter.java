package org.hashwise.rulebook.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.model.Position;

/** Linter of valid rules: warnings about what was probably not meant. */
public final class RulebookLinter {

    private final FactSchema schema;
    private final Questionnaire questionnaire;
    private final Map<String, Double> thresholds;
    private final Problems problems;

    /** @param thresholds values by name */
    public RulebookLinter(
            FactSchema schema, Questionnaire questionnaire, Map<String, Double> thresholds, Problems problems) {
        this.schema = schema;
        this.questionnaire = questionnaire;
        this.thresholds = Map.copyOf(thresholds);
        this.problems = problems;
    }

    /**
     * @param schedules names of the tax schedules
     * @param usedElsewhere thresholds that something other than a rule reads
     * @param positions where a threshold, schedule or question is defined
     */
    public void review(
            Map<RuleRole, List<Rule>> rulesByRole,
            Set<String> schedules,
            Set<String> usedElsewhere,
            Function<String, Position> positions) {
        List<Rule> rules = new ArrayList<>();
        rulesByRole.values().forEach(rules::addAll);
        List<Rule> doubting = rulesByRole.getOrDefault(RuleRole.PLAUSIBILITY, List.of());
        UnusedCheck usage = new UnusedCheck(rules, positions, problems);
        usage.thresholds(thresholds.keySet(), usedElsewhere);
        usage.schedules(schedules);
        usage.questions(questionnaire, schema);
        BoxInterpreter boxes = new BoxInterpreter(schema, thresholds);
        ReachabilityCheck reach = new ReachabilityCheck(boxes, problems);
        rules.forEach(reach::check);
        new SuggestionCheck(schema, thresholds, boxes, problems).check(doubting);
        List<Rule> banded = new ArrayList<>(rules);
        banded.removeAll(doubting); // between two doubts is the usual
        new GapCheck(boxes, problems).check(banded);
        new DuplicateCheck(problems).check(rules);
    }
}
