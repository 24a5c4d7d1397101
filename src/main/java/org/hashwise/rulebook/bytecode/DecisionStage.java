package org.hashwise.rulebook.bytecode;

import java.util.List;
import java.util.Set;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.Condition.And;
import org.hashwise.rulebook.language.Condition.Pattern;
import org.hashwise.rulebook.language.ConsequenceForm;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleRole;

/**
 * Stages of the recommendation. Rules of a stage read only facts that are complete when it begins, so that the order of their
 * evaluation, which the rule engine does not define, makes no difference.
 */
enum DecisionStage {
    /** Scores, from the evidence and the gates. */
    SCORE(Set.of(ConsequenceForm.SCORE), Set.of("Evidence", "Gate", "Candidate"), Set.of("Candidate")),
    /** The decision, from the scores. */
    RECOMMEND(
            Set.of(ConsequenceForm.RECOMMEND),
            Set.of("Evidence", "Gate", "Candidate", "Standing", "Ballot"),
            Set.of("Ballot")),
    /** The consequences of the decision. */
    FOLLOW(
            Set.of(ConsequenceForm.EXTENT, ConsequenceForm.COMBINE),
            FactSchema.DECISION_FACTS,
            Set.of("Ballot", "Recommended"));

    private final Set<ConsequenceForm> forms;
    private final Set<String> facts;
    private final Set<String> triggers;

    /**
     * @param forms of the consequences
     * @param facts of the recommendation that conditions may read
     * @param triggers facts of which one has to be there
     */
    DecisionStage(Set<ConsequenceForm> forms, Set<String> facts, Set<String> triggers) {
        this.forms = forms;
        this.facts = facts;
        this.triggers = triggers;
    }

    /** @throws UnsupportedRule when the rule reads what may not be complete in the stage of its consequences */
    static DecisionStage of(Rule rule) {
        for (DecisionStage stage : values()) {
            boolean all = rule.consequences().stream()
                    .map(consequence -> ConsequenceForm.of(consequence.name(), RuleRole.DECISION))
                    .allMatch(form -> form != null && stage.forms.contains(form));
            if (all && stage.fits(rule)) {
                return stage;
            }
        }
        throw new UnsupportedRule(rule.id());
    }

    private boolean fits(Rule rule) {
        boolean[] fits = {required(rule.conditions())};
        rule.walk(condition -> {
            if (condition instanceof Pattern it) {
                fits[0] &= FactSchema.isCompany(it.fact()) || facts.contains(it.fact());
            } else if (!(condition instanceof And)) {
                // Of what is not there yet nothing can be said.
                condition.walk(part ->
                        fits[0] &= !(part instanceof Pattern it && it.fact().equals("Recommended")));
            }
        });
        return fits[0];
    }

    private boolean required(List<Condition> conditions) {
        return conditions.stream()
                .anyMatch(condition -> (condition instanceof Pattern it && triggers.contains(it.fact()))
                        || (condition instanceof And together && required(together.operands())));
    }
}
