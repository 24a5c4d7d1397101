package org.hashwise.rulebook.language;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.hashwise.rulebook.RulebookProblem.Code;
import org.hashwise.rulebook.Sentences;
import org.hashwise.rulebook.files.Position;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.language.Vocabulary.Type;
import org.jspecify.annotations.Nullable;

/** Checks the expressions inside one pattern. */
final class TypeChecker {

    private final Vocabulary vocabulary;
    private final Collection<String> thresholds;
    private final Problems problems;
    private final String fact;
    private final String rule;
    private final Map<String, Type> variables;

    TypeChecker(
            Vocabulary vocabulary,
            Collection<String> thresholds,
            Problems problems,
            String fact,
            String rule,
            Map<String, Type> variables) {
        this.vocabulary = vocabulary;
        this.thresholds = thresholds;
        this.problems = problems;
        this.fact = fact;
        this.rule = rule;
        this.variables = variables;
    }

    void bind(Condition.Binding binding) {
        Type type = fieldType(binding.field(), binding.position());
        if (!binding.variable().startsWith("$")) {
            error(Code.RULE_SYNTAX, binding.position(), "", "$" + binding.variable(), binding.variable());
        }
        variables.put(binding.variable(), type == null ? Type.NUMBER : type);
    }

    /** Checks an expression that must be true or false. */
    void checkCondition(Expression expression) {
        if (expression instanceof Expression.Junction junction) {
            checkCondition(junction.left());
            checkCondition(junction.right());
        } else if (expression instanceof Expression.Negation negation) {
            checkCondition(negation.operand());
        } else {
            Type type = type(expression);
            if (type != null && type != Type.YES_NO) {
                error(
                        Code.RULE_SYNTAX,
                        expression.position(),
                        "",
                        Sentences.of("expected.comparison"),
                        Sentences.of("type." + type));
            }
        }
    }

    /** The type of an expression; null when it cannot be told because of a mistake that was reported. */
    private @Nullable Type type(Expression expression) {
        if (expression instanceof Expression.Field it) {
            return fieldType(it.name(), it.position());
        } else if (expression instanceof Expression.Variable it) {
            Type type = variables.get(it.name());
            if (type == null) {
                error(Code.UNKNOWN_VARIABLE, it.position(), Suggestion.near(it.name(), variables.keySet()), it.name());
            }
            return type;
        } else if (expression instanceof Expression.Threshold it) {
            if (!thresholds.contains(it.name())) {
                error(Code.UNKNOWN_THRESHOLD, it.position(), Suggestion.near(it.name(), thresholds), it.name());
            }
            return Type.NUMBER;
        } else if (expression instanceof Expression.NumberValue) {
            return Type.NUMBER;
        } else if (expression instanceof Expression.TextValue) {
            return Type.TEXT;
        } else if (expression instanceof Expression.YesNoValue) {
            return Type.YES_NO;
        } else if (expression instanceof Expression.Comparison it) {
            comparison(it);
        } else if (expression instanceof Expression.Membership it) {
            it.values().forEach(value -> compare(it.element(), value, it.position()));
        } else if (expression instanceof Expression.Arithmetic || expression instanceof Expression.Minus) {
            expression.parts().forEach(this::number);
            return Type.NUMBER;
        } else {
            checkCondition(expression);
        }
        return Type.YES_NO;
    }

    private void comparison(Expression.Comparison it) {
        compare(it.left(), it.right(), it.position());
        boolean ordered = !it.operator().equals("==") && !it.operator().equals("!=");
        if (ordered) {
            number(it.left());
        }
    }

    private void number(Expression expression) {
        Type type = type(expression);
        if (type != null && type != Type.NUMBER) {
            mismatch(expression, type, Type.NUMBER, expression.position());
        }
    }

    private void compare(Expression left, Expression right, Position position) {
        Type leftType = type(left);
        Type rightType = type(right);
        if (leftType != null && rightType != null && leftType != rightType) {
            mismatch(left, leftType, rightType, position);
        }
        choice(left, right);
        choice(right, left);
    }

    private void choice(Expression one, Expression other) {
        if (one instanceof Expression.Field field && other instanceof Expression.TextValue value) {
            Optional<Vocabulary.Field> known = vocabulary.field(fact, field.name());
            if (known.isPresent()
                    && known.get().type() == Type.TEXT
                    && !known.get().accepted().isEmpty()
                    && !known.get().accepted().contains(value.value())) {
                error(
                        Code.UNKNOWN_CHOICE,
                        value.position(),
                        Suggestion.near(value.value(), known.get().accepted()),
                        value.value(),
                        field.name());
            }
        }
    }

    private void mismatch(Expression expression, Type is, Type other, Position position) {
        String shown = expression instanceof Expression.Field field ? field.name() : Sentences.of("expected.value");
        error(Code.TYPE_MISMATCH, position, "", shown, Sentences.of("type." + is), Sentences.of("type." + other));
    }

    private @Nullable Type fieldType(String name, Position position) {
        Optional<Vocabulary.Field> field = vocabulary.field(fact, name);
        if (field.isEmpty()) {
            String suggestion = Suggestion.near(name, vocabulary.fields(fact).keySet());
            error(Code.UNKNOWN_FIELD, position, suggestion, fact, name);
            return null;
        }
        if (!field.get().readable()) {
            String id = field.get().id();
            String why = id.endsWith("jurisdictions") ? "unreadable.shares" : "unreadable.computed";
            error(Code.UNREADABLE_FIELD, position, "", id, Sentences.of(why));
        }
        return field.get().type();
    }

    private void error(Code code, Position position, String suggestion, Object... arguments) {
        problems.error(code, position, rule, suggestion, arguments);
    }
}
