package org.hashwise.rulebook.language;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.language.FactSchema.Type;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.jspecify.annotations.Nullable;

/** Checker of the types of expressions inside one pattern. */
final class TypeChecker {

    private final FactSchema schema;
    private final Collection<String> thresholds;
    private final Problems problems;
    private final String fact;
    private final String rule;
    private final Set<String> answers;
    private final Map<String, Type> variables;

    /** @param answers ids of questions that were answered wherever the rule fires, so that they have a value */
    TypeChecker(
            FactSchema schema,
            Collection<String> thresholds,
            Problems problems,
            String fact,
            String rule,
            Set<String> answers,
            Map<String, Type> variables) {
        this.schema = schema;
        this.thresholds = thresholds;
        this.problems = problems;
        this.fact = fact;
        this.rule = rule;
        this.answers = answers;
        this.variables = variables;
    }

    void bind(Condition.Binding binding) {
        Type type = fieldType(binding.field(), binding.position());
        name(binding.variable(), type == null ? Type.NUMBER : type, binding.position());
    }

    /** Gives a name to a value. */
    void name(String variable, Type type, Position position) {
        if (!variable.matches("\\$[A-Za-z][A-Za-z0-9]*")) {
            error(Code.RULE_SYNTAX, position, "", "$" + variable.replace("$", ""), variable);
        }
        if (variables.put(variable, type) != null) {
            error(Code.DUPLICATE_KEY, position, "", variable);
        }
    }

    /** Checks one constraint of a pattern: it is true or false, and it looks at something. */
    void checkConstraint(Expression expression) {
        checkCondition(expression);
        expression.walk(part -> {
            if (part instanceof Expression.Comparison || part instanceof Expression.Membership) {
                AtomicBoolean looks = new AtomicBoolean();
                part.walk(inner -> looks.compareAndSet(
                        false, inner instanceof Expression.Field || inner instanceof Expression.Variable));
                if (!looks.get()) {
                    error(Code.RULE_SYNTAX, part.position(), "", Messages.of("expected.field"), shown(part));
                }
            }
        });
    }

    private static String shown(Expression part) {
        return part instanceof Expression.Comparison comparison
                ? comparison.operator().symbol()
                : "in";
    }

    private void checkCondition(Expression expression) {
        if (expression instanceof Expression.Junction junction) {
            checkCondition(junction.left());
            checkCondition(junction.right());
        } else if (expression instanceof Expression.Negation negation) {
            checkCondition(negation.operand());
        } else {
            Type type = type(expression);
            boolean constant = expression instanceof Expression.YesNoValue;
            if (type != null && (type != Type.YES_NO || constant)) {
                String found = Messages.of("type." + type);
                error(Code.RULE_SYNTAX, expression.position(), "", Messages.of("expected.comparison"), found);
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
            if (!thresholds.contains(it.name()) && !problems.lacksFilesOf("parameters")) {
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
        String left = ExpressionText.of(it.left());
        if (left.equals(ExpressionText.of(it.right()))) {
            String meant = variables.containsKey("$" + left) ? Suggestion.oneOf(List.of("$" + left)) : "";
            error(Code.SELF_COMPARISON, it.position(), meant, left);
        }
        if (compare(it.left(), it.right(), it.position()) && it.operator().isOrder()) {
            number(it.left());
        }
    }

    private void number(Expression expression) {
        Type type = type(expression);
        if (type != null && type != Type.NUMBER) {
            mismatch(expression, type, Type.NUMBER, expression.position());
        }
    }

    /** Returns whether both are of one type. */
    private boolean compare(Expression left, Expression right, Position position) {
        Type leftType = type(left);
        Type rightType = type(right);
        boolean alike = leftType == null || rightType == null || leftType == rightType;
        if (!alike && leftType != null && rightType != null) {
            boolean swap = !(left instanceof Expression.Field) && right instanceof Expression.Field;
            mismatch(swap ? right : left, swap ? rightType : leftType, swap ? leftType : rightType, position);
        }
        value(left, right);
        value(right, left);
        return alike;
    }

    private void value(Expression one, Expression other) {
        if (!(one instanceof Expression.Field name)) {
            return;
        }
        FactSchema.Field field = schema.field(fact, name.name()).orElse(null);
        if (field == null) {
            return;
        }
        boolean closed = field.type() == Type.TEXT && !field.accepted().isEmpty();
        if (closed
                && other instanceof Expression.TextValue it
                && !field.accepted().contains(it.value())) {
            String suggestion = Suggestion.near(it.value(), field.accepted());
            error(Code.UNKNOWN_CHOICE, it.position(), suggestion, it.value(), name.name());
        }
        boolean minus = other instanceof Expression.Minus;
        Expression digits = other instanceof Expression.Minus it ? it.operand() : other;
        if (field.type() == Type.NUMBER && digits instanceof Expression.NumberValue it) {
            double number = minus ? -it.value() : it.value();
            if (!field.range().contains(number)) {
                Interval range = field.range();
                error(Code.OUT_OF_RANGE, it.position(), accepted(field), number, range.low(), range.high());
            }
        }
    }

    private void mismatch(Expression expression, Type is, Type other, Position position) {
        Optional<FactSchema.Field> field =
                expression instanceof Expression.Field it ? schema.field(fact, it.name()) : Optional.empty();
        String shown = expression instanceof Expression.Field it ? it.name() : Messages.of("expected.value");
        String suggestion = field.map(TypeChecker::accepted).orElse("");
        Object[] arguments = {shown, Messages.of("type." + is), Messages.of("type." + other)};
        error(Code.TYPE_MISMATCH, position, suggestion, arguments);
    }

    private static String accepted(FactSchema.Field field) {
        return switch (field.type()) {
            case NUMBER -> Messages.of(field.unit().isEmpty() ? "suggestion.number" : "suggestion.unit", field.unit());
            case YES_NO -> Suggestion.oneOf(List.of("true", "false"));
            case TEXT -> Suggestion.oneOf(field.accepted());
        };
    }

    private @Nullable Type fieldType(String name, Position position) {
        Optional<FactSchema.Field> field = schema.field(fact, name);
        if (field.isEmpty()) {
            if (!schema.isDoubtful(fact, name)) {
                String suggestion = Suggestion.near(name, schema.fields(fact).keySet());
                error(Code.UNKNOWN_FIELD, position, suggestion, fact, name);
            }
            return null;
        }
        boolean answered = answers.contains(field.get().id()) && field.get().type() == Type.NUMBER;
        if (!field.get().readable() && !answered) {
            String id = field.get().id();
            String why = id.endsWith("jurisdictions") ? "unreadable.shares" : "unreadable.computed";
            error(Code.UNREADABLE_FIELD, position, "", id, Messages.of(why));
        }
        return field.get().type();
    }

    private void error(Code code, Position position, String suggestion, Object... arguments) {
        problems.error(code, position, rule, suggestion, arguments);
    }
}
