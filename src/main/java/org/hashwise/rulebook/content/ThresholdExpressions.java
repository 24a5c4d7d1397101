package org.hashwise.rulebook.content;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.files.YamlValue;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/**
 * Values of a case that are written relative to a threshold, such as {@code largeSiteMw - 0.1}: a threshold, then any
 * number of {@code +}, {@code -}, {@code *} or {@code /} with a number, evaluated from left to right in decimal arithmetic.
 */
final class ThresholdExpressions {

    private static final String NUMBER = "[0-9]+(?:\\.[0-9]+)?";
    private static final Pattern EXPRESSION =
            Pattern.compile("([a-z][A-Za-z0-9]*)((?:\\s*[-+*/]\\s*" + NUMBER + ")*+)"); // possessive: needs no stack
    private static final Pattern OPERATION = Pattern.compile("([-+*/])\\s*(" + NUMBER + ")");

    /** Significant digits of a quotient, as many as a double has. */
    private static final java.math.MathContext DIGITS = new java.math.MathContext(15);

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
        Parameter threshold = thresholds.get(expression.group(1));
        boolean unreadable = threshold == null
                ? problems.lacksFilesOf("parameters") && !isChoice(question.get(), given.text())
                : Double.isNaN(threshold.value());
        if (unreadable) { // its own problem is reported where it is defined
            return Optional.of(question.get().min());
        }
        if (threshold == null) {
            boolean operation = !expression.group(2).isEmpty();
            String near = Suggestion.onlyNear(expression.group(1), thresholds.keySet());
            if ((operation || !near.isEmpty()) && !problems.lacksFilesOf("parameters")) {
                problems.error(Code.UNKNOWN_THRESHOLD, given.position(), subject, near, expression.group(1));
                return Optional.of(question.get().min());
            }
            return Optional.empty();
        }
        String unit = question.get().unit();
        if (!unit.isEmpty() && !unit.equals(threshold.unit())) {
            Object[] arguments = {threshold.name(), threshold.unit(), id, unit};
            problems.error(Code.UNITS_DIFFER, given.position(), subject, "", arguments);
        }
        return Optional.of(evaluate(threshold.value(), expression.group(2)));
    }

    private static boolean isChoice(Question question, String text) {
        return question.choice(text).isPresent();
    }

    private static double evaluate(double threshold, String operations) {
        BigDecimal value = BigDecimal.valueOf(threshold);
        Matcher operation = OPERATION.matcher(operations);
        while (operation.find()) {
            BigDecimal operand = new BigDecimal(operation.group(2));
            value = switch (operation.group(1)) {
                case "+" -> value.add(operand);
                case "-" -> value.subtract(operand);
                case "*" -> value.multiply(operand);
                default -> operand.signum() == 0 ? value : value.divide(operand, DIGITS);
            };
        }
        return value.doubleValue();
    }
}
