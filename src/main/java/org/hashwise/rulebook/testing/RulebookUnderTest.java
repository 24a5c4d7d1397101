package org.hashwise.rulebook.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.economics.JurisdictionGrade.Tax;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.market.MarketHistory;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.engine.CompiledRules;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.RuleCase;

/**
 * A rulebook on trial: its rules, and everything that can speak about them.
 *
 * @param schedules of electricity taxes, by name
 * @param compiled all rules together
 */
public record RulebookUnderTest(
        Questionnaire questionnaire,
        MarketHistory markets,
        List<Rule> policy,
        List<Rule> decision,
        List<Rule> grading,
        Map<String, Parameter> parameters,
        Map<String, Tax> schedules,
        List<RuleCase> cases,
        List<CaseStudy> casebook,
        CompiledRules compiled,
        Jurisdictions jurisdictions) {

    public RulebookUnderTest {
        policy = List.copyOf(policy);
        decision = List.copyOf(decision);
        grading = List.copyOf(grading);
        parameters = Map.copyOf(parameters);
        schedules = Map.copyOf(schedules);
        cases = List.copyOf(cases);
        casebook = List.copyOf(casebook);
    }

    /** All rules, in the order of their roles. */
    public List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(policy);
        rules.addAll(decision);
        rules.addAll(grading);
        return rules;
    }

    /** The values of the thresholds by name. */
    public Map<String, Double> thresholds() {
        Map<String, Double> values = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> values.put(name, parameter.value()));
        return values;
    }

    public FactSchema vocabulary() {
        return new FactSchema(questionnaire);
    }

    public CaseRunner trial() {
        return new CaseRunner(questionnaire, markets, compiled, grading, jurisdictions);
    }
}
