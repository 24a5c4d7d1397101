package org.hashwise.rulebook.content;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.files.YamlValue;
import org.hashwise.rulebook.language.ArithmeticOperator;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/**
 * Values of a case that are written relative to thresholds, such as {@code largeSiteMw - 0.1} or {@code 100 - largeSharePercent}:
 * numbers and names of thresholds with {@code +}, {@code -}, {@code *} or {@code /} between them, evaluated from left to right in
 * decimal arithmetic.
 */
final class ThresholdExpressions {

    private static final String NUMBER = "[0-9]+(?:\\.[0-9]+)?";
    private static final String NAME = "[a-z][A-Za-z0-9]*";
    private static final String OPERAND = "(?:" + NUMBER + "|" + NAME + ")";
    private static final Pattern EXPRESSION = Pattern.compile(
            "(?=[^a-z]*[a-z])" + OPERAND + "((?:\\s*[-+*/]\\s*" + OPERAND + ")*+)"); // possessive: needs no stack
    private static final Pattern PART = Pattern.compile("([-+*/]?)\\s*(" + OPERAND + ")");

    /** Significant digits of a quotient, as many as a double has. */
    private static final MathContext DIGITS = new MathContext(15);

    private final Questionnaire questionnaire;
    private final Map<String, Parameter> thresholds;
    private final Problems problems;

    ThresholdExpressions(Questionnaire questionnaire, Map<String, Parameter> thresholds, Problems problems) {
        this.questionnaire = questionnaire;
        this.thresholds = thresholds;
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
        if (!given.isText() || given.isNumber() || given.isYesNo()) {
            return Optional.empty();
        }
        Matcher expression = EXPRESSION.matcher(given.text());
        Optional<Question> question = questionnaire
                .question(questionnaire.renames().id(id))
                .filter(asked -> asked.kind().isNumeric() || asked.unit().equals("%"));
        if (question.isEmpty() || !expression.matches()) {
            return Optional.empty();
        }
        Optional<String> unknown = unknown(given.text());
        boolean unreadable = unknown.isPresent()
                ? problems.lacksFilesOf("parameters") && !isChoice(question.get(), given.text())
                : isUnreadable(given.text());
        if (unreadable) { // its own problem is reported where it is defined
            return Optional.of(question.get().min());
        }
        if (unknown.isPresent()) {
            boolean operation = !expression.group(1).isEmpty()
                    && !Character.isDigit(given.text().charAt(0));
            String near = Suggestion.onlyNear(unknown.get(), thresholds.keySet());
            if ((operation || !near.isEmpty()) && !problems.lacksFilesOf("parameters")) {
                problems.error(Code.UNKNOWN_THRESHOLD, given.position(), subject, near, unknown.get());
                return Optional.of(question.get().min());
            }
            return Optional.empty();
        }
        hasUnit(given.text(), id, question.get().unit(), given, subject);
        return Optional.of(evaluate(given.text()));
    }

    /** The value that a figure is to have: a number, or an expression; empty, with a problem, when it is neither. */
    OptionalDouble ofFigure(String id, String unit, YamlValue given, String subject) {
        Matcher expression = EXPRESSION.matcher(given.isText() ? given.text() : "");
        if (given.isNumber() || !expression.matches()) {
            return given.number();
        }
        Optional<String> unknown = unknown(given.text());
        if (unknown.isPresent() && !problems.lacksFilesOf("parameters")) {
            String near = Suggestion.near(unknown.get(), thresholds.keySet());
            problems.error(Code.UNKNOWN_THRESHOLD, given.position(), subject, near, unknown.get());
        }
        return unknown.isEmpty() && !isUnreadable(given.text()) && hasUnit(given.text(), id, unit, given, subject)
                ? OptionalDouble.of(evaluate(given.text()))
                : OptionalDouble.empty();
    }

    /** The names in an expression. */
    private static Stream<String> names(String expression) {
        return PART.matcher(expression).results().map(part -> part.group(2)).filter(part -> part.matches(NAME));
    }

    private Optional<String> unknown(String expression) {
        return names(expression).filter(name -> !thresholds.containsKey(name)).findFirst();
    }

    private boolean isUnreadable(String expression) {
        return names(expression)
                .map(thresholds::get)
                .anyMatch(threshold -> threshold != null && Double.isNaN(threshold.value()));
    }

    /** Reports a threshold in another unit. That of a product or quotient depends on what the numbers in it are. */
    private boolean hasUnit(String expression, String id, String unit, YamlValue given, String subject) {
        if (unit.isEmpty() || expression.contains("*") || expression.contains("/")) {
            return true;
        }
        Optional<Parameter> other = names(expression)
                .map(thresholds::get)
                .filter(threshold -> threshold != null && !threshold.unit().equals(unit))
                .findFirst();
        other.ifPresent(threshold -> {
            Object[] arguments = {threshold.name(), threshold.unit(), id, unit};
            problems.error(Code.UNITS_DIFFER, given.position(), subject, "", arguments);
        });
        return other.isEmpty();
    }

    private static boolean isChoice(Question question, String text) {
        return question.choice(text).isPresent();
    }

    private double evaluate(String expression) {
        BigDecimal value = BigDecimal.ZERO;
        Matcher part = PART.matcher(expression);
        while (part.find()) {
            BigDecimal operand = operand(part.group(2));
            value = part.group(1).isEmpty() ? operand : apply(value, ArithmeticOperator.of(part.group(1)), operand);
        }
        return value.doubleValue();
    }

    private static BigDecimal apply(BigDecimal left, ArithmeticOperator operator, BigDecimal right) {
        boolean impossible = operator == ArithmeticOperator.DIVIDED_BY && right.signum() == 0;
        return impossible ? left : operator.apply(left, right, DIGITS);
    }

    private BigDecimal operand(String written) {
        Parameter threshold = thresholds.get(written);
        return threshold == null ? new BigDecimal(written) : BigDecimal.valueOf(threshold.value());
    }
}
