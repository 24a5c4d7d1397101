package org.hashwise.rulebook.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hashwise.advice.Situation;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.rulebook.engine.Findings;
import org.hashwise.rulebook.engine.Ranking;
import org.hashwise.rulebook.engine.RuleEngine;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.RuleCase;
import org.jspecify.annotations.Nullable;

/**
 * A case beside the rules or a company of the casebook, with what the rules find about it.
 *
 * @param name the sentence of the case or the id of the company
 * @param ruleCase what is expected; null for a company of the casebook, whose recommendation must not change
 */
public record TestExample(
        String name,
        @Nullable RuleCase ruleCase,
        Situation situation,
        Findings findings,
        Set<String> fired,
        CaseRunner caseRunner) {

    /** All examples of a rulebook. */
    public static List<TestExample> of(RuleEngine engine) {
        CaseRunner caseRunner = new CaseRunner(engine);
        RulebookContents contents = engine.contents();
        List<TestExample> examples = new ArrayList<>(contents.ruleCases().parallelStream()
                .map(ruleCase -> of(ruleCase.sentence(), ruleCase, caseRunner.situation(ruleCase), caseRunner, engine))
                .toList());
        for (CaseStudy study : contents.cases()) {
            engine.situation(study.answers(), study.asOf())
                    .ifPresent(company -> examples.add(of(study.id(), null, company, caseRunner, engine)));
        }
        return List.copyOf(examples);
    }

    private static TestExample of(
            String name, @Nullable RuleCase ruleCase, Situation situation, CaseRunner caseRunner, RuleEngine engine) {
        Findings findings = engine.evaluate(situation);
        return new TestExample(name, ruleCase, situation, findings, caseRunner.fired(situation, findings), caseRunner);
    }

    /** The same company where other rules grade the places. */
    public Situation gradedBy(Jurisdictions jurisdictions) {
        return Situation.of(
                situation.questionnaire(), situation.answers(), situation.market(), jurisdictions, situation.asOf());
    }

    /** Returns whether what it expects of a rule by name is broken when the rule fires or stays silent. */
    public boolean expects(String ruleId, boolean firing) {
        return ruleCase != null && (firing ? ruleCase.fires() : ruleCase.silent()).contains(ruleId);
    }

    /** Returns whether it notices that other rules found something else. */
    public boolean objectsTo(Findings changed, Situation changedSituation, CaseRunner changedRunner) {
        if (changed.recommended() == null) {
            return true;
        }
        if (ruleCase != null) {
            return !changedRunner.misses(ruleCase, changedSituation, changed).isEmpty();
        }
        Ranking before = Ranking.of(findings);
        Ranking after = Ranking.of(changed);
        return before.strategy() != after.strategy() || before.extent() != after.extent();
    }

    public boolean objectsTo(Findings changed) {
        return objectsTo(changed, situation, caseRunner);
    }
}
