package org.hashwise.rulebook.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.NumberNotation;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.language.Atom;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.model.Parameter;

/**
 * The distance by which a number in a rule is mutated: to the neighbouring value that might be written by mistake. That
 * is 5 % away, and a whole one where people count in whole ones.
 */
final class Steps {

    private static final double PART = 0.05;
    private static final Set<String> WHOLE = Set.of("months", "years", "days", "signs", "answers", "GPU");

    private final Questionnaire questionnaire;
    private final FactSchema schema;
    private final Map<String, Parameter> parameters;

    Steps(Questionnaire questionnaire, Map<String, Parameter> parameters) {
        this.questionnaire = questionnaire;
        this.schema = new FactSchema(questionnaire);
        this.parameters = parameters;
    }

    /** The values to which a number in a condition is moved, the smaller first; empty when it is no number. */
    List<Double> around(Expression part, Atom atom) {
        String unit = unit(atom);
        double value;
        if (part instanceof Expression.NumberValue number) {
            value = number.value();
        } else if (part instanceof Expression.Threshold threshold && parameters.containsKey(threshold.name())) {
            Parameter parameter = parameters.get(threshold.name());
            value = parameter.value();
            unit = parameter.unit();
        } else {
            return List.of();
        }
        double step = step(value, unit);
        return List.of(rounded(value - step), rounded(value + step));
    }

    private static double step(double value, String unit) {
        if (value == 0) {
            return ofNothing(unit);
        }
        double part = Math.abs(value) * PART;
        return WHOLE.contains(unit) ? Math.max(1, Math.rint(part)) : part;
    }

    /** Nothing has no part; the smallest amount that is talked about takes its place. */
    private static double ofNothing(String unit) {
        return switch (unit) {
            case "USD", "USD/month", "USD/year" -> 1_000_000;
            case "USD/BTC" -> 1_000;
            case "USD/kWh" -> 0.001;
            case "×" -> PART;
            default -> 1;
        };
    }

    private static double rounded(double value) {
        return NumberNotation.rounded(value, 3);
    }

    /** The unit of the only field that a condition reads; whole signs where evidence is counted. */
    private String unit(Atom atom) {
        if (atom.holder() instanceof Condition.Accumulate || FactSchema.DECISION_FACTS.contains(atom.fact())) {
            return "signs";
        }
        List<String> units = new ArrayList<>();
        atom.expression().walk(part -> {
            if (part instanceof Expression.Field field) {
                schema.field(atom.fact(), field.name()).map(this::unit).ifPresent(units::add);
            }
        });
        return units.size() == 1 ? units.get(0) : "";
    }

    private String unit(FactSchema.SchemaField field) {
        Optional<Metric> metric = Metric.ofId(field.id());
        return metric.map(Metric::unit)
                .or(() -> questionnaire.question(field.id()).map(question -> question.unit()))
                .orElse("");
    }
}
