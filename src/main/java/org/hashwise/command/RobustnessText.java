package org.hashwise.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hashwise.advice.Strategy;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.Robustness;
import org.hashwise.rulebook.model.Robustness.Company;
import org.hashwise.rulebook.model.Robustness.PivotalRule;
import org.hashwise.rulebook.model.Robustness.ThresholdChange;

/** Plain text of the sensitivity of the advice for the companies of the casebook. */
final class RobustnessText {

    /** The number of threshold changes that are shown of each company; the JSON report has all. */
    private static final int NEAREST = 3;

    private static final int MOST_RULES = 6;

    private RobustnessText() {}

    static void print(Robustness robustness, PrintStream out) {
        // What needs work comes last, where a terminal shows it.
        robustness.companies().stream().filter(Company::agrees).forEach(company -> print(company, out));
        robustness.companies().stream().filter(company -> !company.agrees()).forEach(company -> print(company, out));
        int agreeing = robustness.agreeing().size();
        out.println(Messages.of(
                "casebook.agreement", agreeing, robustness.counted().size(), robustness.agreementPercent()));
        out.println(Messages.of(
                "casebook.robustness",
                robustness.rangePercent(),
                robustness.draws(),
                robustness.robust().size(),
                agreeing,
                robustness.robustPercent(),
                robustness.requiredPercent()));
    }

    private static void print(Company company, PrintStream out) {
        String advised =
                company.extent() == null ? company.advised().name() : company.advised() + " " + company.extent();
        if (company.agrees()) {
            out.println(Messages.of(
                    "casebook.agrees", company.id(), company.quality(), advised, company.agreeingDrawsPercent()));
        } else {
            out.println(Messages.of(
                    "casebook.differs",
                    company.id(),
                    company.quality(),
                    advised,
                    observed(company),
                    company.agreeingDrawsPercent()));
            out.println(
                    company.explanation().isEmpty()
                            ? Messages.of("casebook.unexplained")
                            : Messages.of("casebook.explained", company.explanation()));
        }
        if (!company.support().isEmpty()) {
            out.println(Messages.of("casebook.support", support(company)));
        }
        if (company.leadPoints() != null) {
            out.println(Messages.of("casebook.lead", company.leadPoints()));
        }
        company.thresholdChanges().stream().limit(NEAREST).forEach(change -> print(change, out));
        if (company.thresholdChanges().isEmpty()) {
            out.println(Messages.of("casebook.no-threshold"));
        }
        Map<Strategy, List<String>> pivotal = company.pivotalRules().stream()
                .collect(Collectors.groupingBy(
                        PivotalRule::becomes,
                        () -> new EnumMap<>(Strategy.class),
                        Collectors.mapping(PivotalRule::rule, Collectors.toList())));
        pivotal.forEach(
                (becomes, rules) -> out.println(Messages.of("casebook.rules", becomes, String.join(", ", rules))));
        if (pivotal.isEmpty()) {
            out.println(Messages.of("casebook.no-rule"));
        }
    }

    private static String support(Company company) {
        return company.support().stream()
                .limit(MOST_RULES)
                .map(rule -> rule.rule() + " +" + rule.points())
                .collect(Collectors.joining(", "));
    }

    private static String observed(Company company) {
        List<Strategy> fair = new ArrayList<>(List.of(company.observed()));
        fair.addAll(company.alternatives());
        return fair.stream().map(Strategy::name).collect(Collectors.joining(", "));
    }

    private static void print(ThresholdChange change, PrintStream out) {
        String sign = change.changePercent() > 0 ? "+" : "";
        out.println(Messages.of(
                "casebook.threshold",
                change.threshold(),
                change.value(),
                change.changesAt(),
                sign + Messages.word(change.changePercent()),
                change.becomes(),
                String.join(", ", change.rules())));
    }
}
