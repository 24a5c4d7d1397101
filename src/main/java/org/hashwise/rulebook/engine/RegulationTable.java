package org.hashwise.rulebook.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hashwise.economics.JurisdictionGrade;
import org.hashwise.economics.JurisdictionGrade.Grade;
import org.hashwise.economics.JurisdictionGrade.Tax;
import org.hashwise.economics.JurisdictionGrade.Tier;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.questionnaire.Text;
import org.hashwise.rulebook.language.Consequence;
import org.hashwise.rulebook.language.Consequence.Argument;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RulebookContents;

/** The rows of the regulation table as the rules match and grade them. */
final class RegulationTable {

    private final Function<String, List<Integer>> rules;
    private final List<Rule> rows;
    private final Map<String, Tax> schedules;

    /** @param rules the positions of the rows that match a code, in ascending order */
    static Jurisdictions of(Function<String, List<Integer>> rules, RulebookContents contents) {
        RegulationTable table = new RegulationTable(rules, contents);
        return new Jurisdictions(table::own, table::all);
    }

    private RegulationTable(Function<String, List<Integer>> rules, RulebookContents contents) {
        this.rules = rules;
        this.rows = List.copyOf(contents.grading());
        this.schedules = Map.copyOf(contents.schedules());
    }

    private Optional<JurisdictionGrade> own(String code) {
        return rules.apply(code).stream().findFirst().map(row -> graded(code, rows.get(row)));
    }

    private List<JurisdictionGrade> all() {
        return rows.stream()
                .flatMap(row -> codes(row).stream().map(code -> graded(code, row)))
                .toList();
    }

    /** The codes that a row compares with. */
    private static List<String> codes(Rule row) {
        List<String> codes = new ArrayList<>();
        row.walkExpressions(part -> {
            if (part instanceof Expression.TextValue text) {
                codes.add(text.value());
            }
        });
        return codes;
    }

    private JurisdictionGrade graded(String code, Rule row) {
        return new JurisdictionGrade(
                code,
                new Text(row.meta("nameEn"), row.meta("nameFr")),
                grade(row, "MINING"),
                grade(row, "NEW_MINING"),
                grade(row, "AI"),
                tax(row),
                row.text(),
                row.source(),
                row.position().file(),
                row.position().line());
    }

    private static Grade grade(Rule row, String use) {
        return arguments(row, "grade")
                .filter(arguments -> arguments.get(0).text().equals(use))
                .map(arguments -> Grade.valueOf(arguments.get(1).text()))
                .findFirst()
                .orElse(Grade.UNKNOWN);
    }

    private Tax tax(Rule row) {
        return arguments(row, "pendingTax")
                .map(arguments -> arguments.get(0))
                .map(argument -> argument.kind() == Argument.ArgumentType.NUMBER
                        ? new Tax(List.of(new Tier(0, Double.parseDouble(argument.text()))))
                        : schedules.getOrDefault(argument.text(), Tax.none()))
                .findFirst()
                .orElse(Tax.none());
    }

    private static Stream<List<Argument>> arguments(Rule row, String consequence) {
        Collection<Consequence> consequences = row.consequences();
        return consequences.stream()
                .filter(candidate -> candidate.name().equals(consequence))
                .map(Consequence::arguments);
    }
}
