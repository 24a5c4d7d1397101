package org.hashwise.rulebook.lint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.language.Consequence.Argument;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.Interval;
import org.hashwise.rulebook.language.IntervalEvaluator;
import org.hashwise.rulebook.language.Operator;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Linter check for doubts that suggest a value which their question never takes. */
final class SuggestionCheck {

    private final FactSchema schema;
    private final IntervalEvaluator intervals;
    private final BoxInterpreter boxes;
    private final Problems problems;

    SuggestionCheck(FactSchema schema, Map<String, Double> thresholds, BoxInterpreter boxes, Problems problems) {
        this.schema = schema;
        this.intervals = new IntervalEvaluator(schema, thresholds);
        this.boxes = boxes;
        this.problems = problems;
    }

    void check(List<Rule> rules) {
        rules.forEach(rule -> rule.consequences()
                .forEach(consequence -> consequence
                        .arguments()
                        .forEach(argument -> argument.suggestion().ifPresent(value -> check(argument, value, rule)))));
    }

    private void check(Argument argument, Expression value, Rule rule) {
        Optional<Interval> range = schema.ofId(argument.text()).map(FactSchema.SchemaField::range);
        List<Interval> values = boxes.of(rule).stream()
                .map(region -> intervals.of(value, id -> domain(id, region)))
                .toList();
        boolean possible = range.isEmpty()
                || values.isEmpty()
                || values.stream().anyMatch(it -> it.canBe(Operator.EQUAL, range.get()));
        if (!possible) {
            double low = values.stream().mapToDouble(Interval::low).min().orElse(0);
            double high = values.stream().mapToDouble(Interval::high).max().orElse(0);
            problems.error(
                    Code.SUGGESTION_OUT_OF_RANGE,
                    value.position(),
                    rule.id(),
                    "",
                    argument.text(),
                    low,
                    high,
                    range.get().low(),
                    range.get().high());
        }
    }

    private Interval domain(String id, Box region) {
        int dot = id.indexOf('.');
        String field = FactSchema.factName(id.substring(0, dot)) + id.substring(dot);
        Interval whole = schema.ofId(id).map(FactSchema.SchemaField::range).orElse(Interval.ALL);
        return region.domains().get(field) instanceof FieldDomain.Numbers numbers
                ? numbers.interval().and(whole)
                : whole;
    }
}
