package org.hashwise.rulebook.language;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hashwise.advice.Doubt;
import org.hashwise.economics.Metric;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.language.Consequence.Argument;
import org.hashwise.rulebook.language.FactSchema.FieldType;
import org.hashwise.rulebook.language.FactSchema.SchemaField;
import org.hashwise.rulebook.model.ArithmeticOperator;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.jspecify.annotations.Nullable;

/** Checker of {@code doubt( … )}: known questions, at most one suggestion, and the unit of the suggestion. */
final class DoubtChecker {

    /** The name of the day for which advice is asked. */
    private static final String DAY = Doubt.DAY;

    private final RuleScope scope;
    private final Set<String> questions;

    DoubtChecker(RuleScope scope) {
        this.scope = scope;
        this.questions = new TreeSet<>(scope.schema().ids());
        questions.removeIf(id -> Metric.ofId(id).isPresent());
        questions.removeAll(scope.schema().checkFigures());
        questions.add(DAY);
    }

    void check(Consequence doubt) {
        if (doubt.arguments().isEmpty()) {
            scope.error(Code.RULE_SYNTAX, doubt.position(), "", ConsequenceForm.DOUBT.shape(), doubt.name() + "( )");
        }
        Set<String> named = new HashSet<>();
        int suggestions = 0;
        for (Argument argument : doubt.arguments()) {
            boolean known = questions.contains(argument.text()) && argument.kind() != Argument.ArgumentType.QUOTED;
            if (!known && !isDoubtful(argument.text())) {
                String near = Suggestion.near(argument.text(), questions);
                scope.error(Code.UNKNOWN_QUESTION, argument.position(), near, argument.text());
            } else if (!named.add(argument.text())) {
                scope.error(Code.DUPLICATE_KEY, argument.position(), "", argument.text());
            }
            if (argument.suggestion().isPresent()) {
                suggest(argument, argument.suggestion().get());
                if (++suggestions > 1) {
                    scope.error(Code.TWO_SUGGESTIONS, argument.position(), "");
                }
            }
        }
    }

    private boolean isDoubtful(String id) {
        return id.contains(".") && scope.schema().isDoubtful(id);
    }

    private void suggest(Argument argument, Expression value) {
        Optional<SchemaField> question = scope.schema().ofId(argument.text());
        if (question.isPresent() && question.get().type() != FieldType.NUMBER) {
            scope.error(Code.NOT_SUGGESTIBLE, argument.position(), "", argument.text());
        }
        value.walk(this::checkPart);
        String unit = unit(value);
        if (question.isPresent() && unit != null && !unit.equals(question.get().unit())) {
            scope.error(
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
            Optional<SchemaField> found = scope.schema().ofId(field.name());
            boolean readable = found.isPresent()
                    && found.get().type() == FieldType.NUMBER
                    && (found.get().readable() || questions.contains(field.name()));
            if (!readable && !isDoubtful(field.name())) {
                scope.error(
                        Code.UNKNOWN_PLACEHOLDER,
                        field.position(),
                        Suggestion.near(field.name(), scope.schema().numbers()),
                        field.name());
            }
        } else if (part instanceof Expression.Threshold threshold) {
            scope.check(threshold);
        } else if (part instanceof Expression.Variable
                || part instanceof Expression.TextValue
                || part instanceof Expression.YesNoValue) {
            scope.error(Code.NOT_SUGGESTIBLE, part.position(), "", ExpressionText.of(part));
        }
    }

    /** The unit of a value: that of the question it is made of. Null when it has none of its own, or is a product of two. */
    private @Nullable String unit(Expression value) {
        if (value instanceof Expression.Field field) {
            return scope.schema().ofId(field.name()).map(SchemaField::unit).orElse(null);
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
            scope.error(
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
}
