package org.hashwise.rulebook.model;

import java.time.LocalDate;
import java.util.List;
import org.hashwise.advice.Extent;
import org.hashwise.advice.Strategy;
import org.hashwise.rulebook.model.CaseStudy.Quality;
import org.jspecify.annotations.Nullable;

/**
 * Sensitivity of the advice for the companies of the casebook to the thresholds and rules.
 *
 * @param companies by id
 * @param draws number of random draws of all thresholds
 * @param rangePercent the largest change of a threshold in a draw, in percent of its value, up or down
 * @param requiredPercent the share of the draws, 0 to 100, in which the advice for a robust company has to agree
 */
public record Robustness(List<Company> companies, int draws, int rangePercent, int requiredPercent) {

    public Robustness {
        companies = List.copyOf(companies);
    }

    /**
     * Sensitivity of the advice for one company.
     *
     * @param alternatives other strategies that are a fair reading of what it did
     * @param agrees whether the advice is what it did, or an alternative
     * @param explanation why the advice differs, as the file says in English; empty when it does not say
     * @param agreeingDrawsPercent the share of the draws in which the advice agrees, 0 to 100
     * @param leadPoints points between the advice and the next strategy that is not blocked; null when there is none, and
     *     for restructuring, which does not compete by points
     * @param support the rules that speak for the advice, the strongest first
     * @param thresholdChanges for each threshold that alone changes the advice within half of its value, the nearest such
     *     change; nearest first
     * @param pivotalRules rules of the policy without any one of which the advice would be another
     */
    public record Company(
            String id,
            String company,
            LocalDate asOf,
            Quality quality,
            Strategy observed,
            List<Strategy> alternatives,
            Strategy advised,
            @Nullable Extent extent,
            boolean agrees,
            String explanation,
            double agreeingDrawsPercent,
            @Nullable Double leadPoints,
            List<SupportingRule> support,
            List<ThresholdChange> thresholdChanges,
            List<PivotalRule> pivotalRules) {
        public Company {
            alternatives = List.copyOf(alternatives);
            support = List.copyOf(support);
            thresholdChanges = List.copyOf(thresholdChanges);
            pivotalRules = List.copyOf(pivotalRules);
        }
    }

    /**
     * A change of one threshold that changes the advice.
     *
     * @param value as it is
     * @param changesAt the value nearest to it that changes the advice, to four digits
     * @param changePercent the distance between the two in percent of the value to three digits, negative downwards
     * @param becomes the other advice
     * @param rules ids of the rules that begin or cease to fire
     */
    public record ThresholdChange(
            String threshold,
            double value,
            double changesAt,
            double changePercent,
            Strategy becomes,
            List<String> rules) {
        public ThresholdChange {
            rules = List.copyOf(rules);
        }
    }

    /** @param points of the evidence, 1 weak to 3 strong */
    public record SupportingRule(String rule, int points) {}

    /** @param becomes the advice without the rule */
    public record PivotalRule(String rule, Strategy becomes) {}

    /** The companies of quality A and B; the others serve special uses. */
    public List<Company> counted() {
        return companies.stream()
                .filter(company -> company.quality() != Quality.C)
                .toList();
    }

    /** The companies of quality A and B for which the advice agrees. */
    public List<Company> agreeing() {
        return counted().stream().filter(Company::agrees).toList();
    }

    /** The agreeing companies that agree in enough of the draws. */
    public List<Company> robust() {
        return agreeing().stream()
                .filter(company -> company.agreeingDrawsPercent() >= requiredPercent)
                .toList();
    }

    /** The share of the companies of quality A and B for which the advice agrees, 0 to 100; 100 when there are none. */
    public double agreementPercent() {
        return percent(agreeing(), counted());
    }

    /** The share of the agreeing companies that are robust, 0 to 100; 100 when there are none. */
    public double robustPercent() {
        return percent(robust(), agreeing());
    }

    private static double percent(List<Company> some, List<Company> all) {
        return all.isEmpty() ? 100 : Math.round(1000.0 * some.size() / all.size()) / 10.0;
    }
}
