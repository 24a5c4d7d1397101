package org.hashwise.rulebook.language;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hashwise.advice.Doubt;
import org.hashwise.economics.Metric;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.language.Consequence.Argument;
import org.hashwise.rulebook.language.FactSchema.Field;
import org.hashwise.rulebook.language.FactSchema.Type;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.jspecify.annotations.Nullable;

/** Checker of {@code doubt( … )}: known questions, at most one suggestion, and the unit of the suggestion. */
final class DoubtChecker {

    /** The name of the day for which advice is asked. */
    private static final String DAY = Doubt.DAY;

    private final FactSchema schema;
    private final Collection<String> thresholds;
    private final Problems problems;
    private final String rule;
    private final Set<String> questions;

    DoubtChecker(FactSchema schema, Collection<String> thresholds, Problems problems, String rule) {
        this.schema = schema;
        this.thresholds = thresholds;
        this.problems = problems;
        this.rule = rule;
        this.questions = new TreeSet<>(schema.ids());
        questions.removeIf(id -> Metric.ofId(id).isPresent());
        questions.removeAll(schema.checkFigures());
        questions.add(DAY);
    }

    void check(Consequence doubt) {
        if (doubt.arguments().isEmpty()) {
            error(Code.RULE_SYNTAX, doubt.position(), "", ConsequenceForm.DOUBT.shape(), doubt.name() + "( )");
        }
        Set<String> named = new HashSet<>();
        int suggestions = 0;
        for (Argument argument : doubt.arguments()) {
            boolean known = questions.contains(argument.text()) && argument.kind() != Argument.Kind.QUOTED;
            if (!known && !isDoubtful(argument.text())) {
                String near = Suggestion.near(argument.text(), questions);
                error(Code.UNKNOWN_QUESTION, argument.position(), near, argument.text());
            } else if (!named.add(argument.text())) {
                error(Code.DUPLICATE_KEY, argument.position(), "", argument.text());
            }
            if (argument.suggestion().isPresent()) {
                suggest(argument, argument.suggestion().get());
                if (++suggestions > 1) {
                    error(Code.TWO_SUGGESTIONS, argument.position(), "");
                }
            }
        }
    }

    private boolean isDoubtful(String id) {
        return id.contains(".") && schema.isDoubtful(id);
    }

    private void suggest(Argument argument, Expression value) {
        Optional<Field> question = schema.ofId(argument.text());
        if (question.isPresent() && question.get().type() != Type.NUMBER) {
            error(Code.NOT_SUGGESTIBLE, argument.position(), "", argument.text());
        }
        value.walk(this::checkPart);
        String unit = unit(value);
        if (question.isPresent() && unit != null && !unit.equals(question.get().unit())) {
            error(
                    Code.SUGGESTION_UNIT,
                    value.position(),
                    "",
                    ExpressionText.of(value),
                    unit,
                    argument.text(),
                    question.get().unit());
        }
    }

    private void checkPart(Expression part) {
        if (part instanceof Expression.Field field) {
            Optional<Field> found = schema.ofId(field.name());
            boolean readable = found.isPresent()
                    && found.get().type() == Type.NUMBER
                    && (found.get().readable() || questions.contains(field.name()));
            if (!readable && !isDoubtful(field.name())) {
                error(
                        Code.UNKNOWN_PLACEHOLDER,
                        field.position(),
                        Suggestion.near(field.name(), schema.numbers()),
                        field.name());
            }
        } else if (part instanceof Expression.Threshold threshold
                && !thresholds.contains(threshold.name())
                && !problems.lacksFilesOf("parameters")) {
            error(
                    Code.UNKNOWN_THRESHOLD,
                    threshold.position(),
                    Suggestion.near(threshold.name(), thresholds),
                    threshold.name());
        } else if (part instanceof Expression.Variable
                || part instanceof Expression.TextValue
                || part instanceof Expression.YesNoValue) {
            error(Code.NOT_SUGGESTIBLE, part.position(), "", ExpressionText.of(part));
        }
    }

    /** The unit of a value: that of the question it is made of. Null when it has none of its own, or is a product of two. */
    private @Nullable String unit(Expression value) {
        if (value instanceof Expression.Field field) {
            return schema.ofId(field.name()).map(Field::unit).orElse(null);
        }
        List<Expression> parts = value.parts();
        if (parts.size() == 1) {
            return unit(parts.get(0));
        }
        if (!(value instanceof Expression.Arithmetic sum)) {
            return null;
        }
        String left = unit(sum.left());
        String right = unit(sum.right());
        boolean quotient = sum.operator() == ArithmeticOperator.DIVIDED_BY && right != null;
        boolean product = sum.operator() == ArithmeticOperator.TIMES && left != null && right != null;
        if (quotient || product) {
            return null;
        }
        if (left != null && right != null && !left.equals(right)) {
            error(
                    Code.SUGGESTION_UNIT,
                    sum.position(),
                    "",
                    ExpressionText.of(sum.left()),
                    left,
                    ExpressionText.of(sum.right()),
                    right);
        }
        return left != null ? left : right;
    }

    private void error(Code code, Position position, String suggestion, Object... arguments) {
        problems.error(code, position, rule, suggestion, arguments);
    }
}
