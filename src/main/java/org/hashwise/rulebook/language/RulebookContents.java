package org.hashwise.rulebook.language;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashwise.advice.Strategy;
import org.hashwise.economics.JurisdictionGrade;
import org.hashwise.economics.JurisdictionGrade.Tax;
import org.hashwise.market.MarketHistory;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.HouseView;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.RuleCase;
import org.hashwise.rulebook.model.StrategyProfile;

/**
 * The contents of a rulebook: its files, read and checked. Usable only when no errors were found.
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
        List<RuleCase> ruleCases,
        List<HouseView> views) {

    public List<Rule> rules(RuleRole role) {
        return rulesByRole.getOrDefault(role, List.of());
    }

    /** Rules that add evidence, gates, steps and risks. */
    public List<Rule> policy() {
        return rules(RuleRole.POLICY);
    }

    /** Rules that doubt answers. */
    public List<Rule> plausibility() {
        return rules(RuleRole.PLAUSIBILITY);
    }

    /** Rules of the recommendation. */
    public List<Rule> decision() {
        return rules(RuleRole.DECISION);
    }

    /** Rows of the regulation table. */
    public List<Rule> grading() {
        return rules(RuleRole.GRADING);
    }

    /** The row of the regulation table that gave a grade; empty when it is not one of these. */
    public Optional<Rule> row(JurisdictionGrade grade) {
        return grading().stream()
                .filter(row -> row.position().line() == grade.line()
                        && row.position().file().equals(grade.file()))
                .findFirst();
    }

    /** The same with other rules in one role. */
    public RulebookContents with(RuleRole role, List<Rule> rules) {
        Map<RuleRole, List<Rule>> others = new EnumMap<>(RuleRole.class);
        others.putAll(rulesByRole);
        others.put(role, List.copyOf(rules));
        return new RulebookContents(
                questionnaire, markets, strategies, parameters, schedules, others, cases, ruleCases, views);
    }

    /** The same with other values of some thresholds. */
    public RulebookContents withThresholds(Map<String, Double> values) {
        Map<String, Parameter> others = new LinkedHashMap<>(parameters);
        values.forEach((name, value) -> others.computeIfPresent(name, (key, parameter) -> parameter.withValue(value)));
        return new RulebookContents(
                questionnaire, markets, strategies, others, schedules, rulesByRole, cases, ruleCases, views);
    }

    /** The same with other cases of rules. */
    public RulebookContents withRuleCases(List<RuleCase> others) {
        return new RulebookContents(
                questionnaire, markets, strategies, parameters, schedules, rulesByRole, cases, others, views);
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
