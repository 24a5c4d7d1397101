package org.hashwise.rulebook.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Strategy;
import org.hashwise.economics.JurisdictionGrade.Tax;
import org.hashwise.market.MarketHistory;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.RuleCase;
import org.hashwise.rulebook.model.StrategyProfile;

/**
 * What the files of a rulebook say, read and checked but not compiled. Usable only when no errors were found.
 *
 * @param parameters thresholds by name
 * @param schedules taxes with tiers by name
 * @param rulesByRole in the order of file and line
 */
public record RulebookContents(
        Questionnaire questionnaire,
        MarketHistory markets,
        Map<Strategy, StrategyProfile> strategies,
        Map<String, Parameter> parameters,
        Map<String, Tax> schedules,
        Map<RuleRole, List<Rule>> rulesByRole,
        List<CaseStudy> cases,
        List<RuleCase> ruleCases) {

    public List<Rule> rules(RuleRole role) {
        return rulesByRole.getOrDefault(role, List.of());
    }

    /** The rules of all roles. */
    public List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (RuleRole role : RuleRole.values()) {
            rules.addAll(rules(role));
        }
        return rules;
    }

    /** The values of the thresholds by name. */
    public Map<String, Double> thresholds() {
        Map<String, Double> values = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> values.put(name, parameter.value()));
        return values;
    }
}
