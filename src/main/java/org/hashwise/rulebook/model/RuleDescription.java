package org.hashwise.rulebook.model;

import java.util.List;
import org.hashwise.advice.RuleReading;
import org.hashwise.questionnaire.Text;

/**
 * Description of one rule: everything that a rulebook says about it.
 *
 * @param topic the folder of its file
 * @param conditions all of which must hold
 * @param effects on strategies; none of rules that do something else
 * @param actions what else it does
 * @param text its sentence for a company, with placeholders
 * @param thresholds that its conditions and texts read
 * @param cases that expect it to fire or to stay silent
 * @param companies of the casebook for which it fires
 */
public record RuleDescription(
        String id,
        Text title,
        String topic,
        String file,
        int line,
        Text source,
        List<Clause> conditions,
        List<RuleReading.Effect> effects,
        List<Action> actions,
        Text text,
        List<Parameter> thresholds,
        List<RuleCase> cases,
        List<CaseStudy> companies) {
    public RuleDescription {
        conditions = List.copyOf(conditions);
        effects = List.copyOf(effects);
        actions = List.copyOf(actions);
        thresholds = List.copyOf(thresholds);
        cases = List.copyOf(cases);
        companies = List.copyOf(companies);
    }

    /**
     * An action of a rule other than to weigh strategies: it scores, recommends, grades or doubts.
     *
     * @param name of the consequence in the rule language
     */
    public record Action(String name, List<Clause.Operand> arguments) {
        public Action {
            arguments = List.copyOf(arguments);
        }
    }
}
