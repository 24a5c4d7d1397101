package org.hashwise.rulebook.content;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.files.YamlValue;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.ExpressionEvaluator;
import org.hashwise.rulebook.language.ExpressionParser;
import org.hashwise.rulebook.language.Thresholds;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.jspecify.annotations.Nullable;

/**
 * Values of a case that are written relative to thresholds, such as {@code largeSiteMw - 0.1} or {@code 100 - largeSharePercent}:
 * arithmetic as in rules, with the bare names of thresholds.
 */
final class ThresholdExpressions {

    /** Significant digits of a result, so that 0.3 - 0.1 is 0.2. */
    private static final MathContext DIGITS = new MathContext(15);

    private final Questionnaire questionnaire;
    private final Map<String, Parameter> thresholds;
    private final Map<String, Double> values = new TreeMap<>();
    private final Problems problems;

    ThresholdExpressions(Questionnaire questionnaire, Map<String, Parameter> thresholds, Problems problems) {
        this.questionnaire = questionnaire;
        this.thresholds = thresholds;
        thresholds.forEach((name, threshold) -> values.put(name, threshold.value()));
        this.problems = problems;
    }

    /** The answer to a question in the form in which JSON delivers it, with every expression replaced by its value. */
    Object value(String id, YamlValue given, String subject) {
        if (given.isMap()) {
            Map<String, Object> parts = new LinkedHashMap<>();
            given.map().values().forEach((key, part) -> parts.put(key, value(id, part, subject)));
            return parts;
        }
        return number(id, given, subject).<Object>map(number -> number).orElseGet(() -> RawYaml.of(given));
    }

    private Optional<Double> number(String id, YamlValue given, String subject) {
        Question question = questionnaire
                .question(questionnaire.renames().id(id))
                .filter(it -> it.kind().isNumeric() || it.unit().equals("%"))
                .orElse(null);
        Expression expression = question == null ? null : expression(given, subject);
        if (question == null || expression == null) {
            return Optional.empty();
        }
        Optional<String> unknown = unknown(expression);
        if (unknown.isPresent()) {
            boolean operation = !(expression instanceof Expression.Threshold)
                    && !Character.isDigit(given.text().charAt(0));
            String near = Suggestion.onlyNear(unknown.get(), thresholds.keySet());
            boolean lacksThresholds = problems.lacksFilesOf("parameters"); // their own problem is reported there
            if (lacksThresholds ? question.choice(given.text()).isPresent() : !operation && near.isEmpty()) {
                return Optional.empty();
            }
            if (!lacksThresholds) {
                problems.error(Code.UNKNOWN_THRESHOLD, given.position(), subject, near, unknown.get());
            }
            return Optional.of(question.min());
        }
        double value = value(expression);
        if (Double.isNaN(value)) { // reported where it is defined
            return Optional.of(question.min());
        }
        hasUnit(expression, id, question.unit(), given, subject);
        return Double.isInfinite(value) ? Optional.empty() : Optional.of(value);
    }

    /** The value that a figure is to have: a number, or an expression; empty, with a problem, when it is neither. */
    OptionalDouble ofFigure(String id, String unit, YamlValue given, String subject) {
        Expression expression = expression(given, subject);
        if (expression == null) {
            return given.number();
        }
        Optional<String> unknown = unknown(expression);
        if (unknown.isPresent()) {
            if (!problems.lacksFilesOf("parameters")) {
                String near = Suggestion.near(unknown.get(), thresholds.keySet());
                problems.error(Code.UNKNOWN_THRESHOLD, given.position(), subject, near, unknown.get());
            }
            return OptionalDouble.empty();
        }
        double value = value(expression);
        if (Double.isInfinite(value)) {
            return given.number();
        }
        return !Double.isNaN(value) && hasUnit(expression, id, unit, given, subject)
                ? OptionalDouble.of(value)
                : OptionalDouble.empty();
    }

    /** Null when something else is given. */
    private @Nullable Expression expression(YamlValue given, String subject) {
        return given.isText() && !given.isNumber() && !given.isYesNo()
                ? ExpressionParser.ofThresholds(given.text(), given.position(), subject, problems)
                        .orElse(null)
                : null;
    }

    private Optional<String> unknown(Expression expression) {
        return names(expression).stream()
                .filter(name -> !thresholds.containsKey(name))
                .findFirst();
    }

    private static Set<String> names(Expression expression) {
        return Thresholds.in(List.of(expression));
    }

    /** The value where all names are known: no number when that of a threshold is none, infinite for a division by 0. */
    private double value(Expression expression) {
        double value = (Double) ExpressionEvaluator.constant(expression, values).orElseThrow();
        return Double.isFinite(value) ? new BigDecimal(value, DIGITS).doubleValue() : value;
    }

    /** Reports a threshold in another unit. That of a product or quotient depends on what the numbers in it are. */
    private boolean hasUnit(Expression expression, String id, String unit, YamlValue given, String subject) {
        if (unit.isEmpty() || given.text().contains("*") || given.text().contains("/")) {
            return true;
        }
        Optional<Parameter> other = names(expression).stream()
                .map(thresholds::get)
                .filter(threshold -> threshold != null && !threshold.unit().equals(unit))
                .findFirst();
        other.ifPresent(threshold -> {
            Object[] arguments = {threshold.name(), threshold.unit(), id, unit};
            problems.error(Code.UNITS_DIFFER, given.position(), subject, "", arguments);
        });
        return other.isEmpty();
    }
}
