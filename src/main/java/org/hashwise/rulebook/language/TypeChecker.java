package org.hashwise.rulebook.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.language.FactSchema.FieldType;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.jspecify.annotations.Nullable;

/** Checker of the types of expressions inside one pattern. */
final class TypeChecker {

    private final RuleScope scope;
    private final String fact;
    private final Map<String, FieldType> variables;

    TypeChecker(RuleScope scope, String fact, Map<String, FieldType> variables) {
        this.scope = scope;
        this.fact = fact;
        this.variables = variables;
    }

    void bind(Condition.Binding binding) {
        FieldType type = fieldType(binding.field(), binding.position());
        name(binding.variable(), type == null ? FieldType.NUMBER : type, binding.position());
    }

    /** Gives a name to a value. */
    void name(String variable, FieldType type, Position position) {
        if (!variable.matches("\\$[A-Za-z][A-Za-z0-9]*")) {
            scope.error(Code.RULE_SYNTAX, position, "", "$" + variable.replace("$", ""), variable);
        }
        if (variables.put(variable, type) != null) {
            scope.error(Code.DUPLICATE_KEY, position, "", variable);
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
                    scope.error(Code.RULE_SYNTAX, part.position(), "", Messages.of("expected.field"), shown(part));
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
            FieldType type = type(expression);
            boolean constant = expression instanceof Expression.YesNoValue;
            if (type != null && (type != FieldType.YES_NO || constant)) {
                String found = Messages.of("type." + type);
                scope.error(Code.RULE_SYNTAX, expression.position(), "", Messages.of("expected.comparison"), found);
            }
        }
    }

    /** The type of an expression; null when it is unknown because of a mistake that was reported. */
    private @Nullable FieldType type(Expression expression) {
        if (expression instanceof Expression.Field it) {
            return fieldType(it.name(), it.position());
        } else if (expression instanceof Expression.Variable it) {
            FieldType type = variables.get(it.name());
            if (type == null) {
                scope.error(
                        Code.UNKNOWN_VARIABLE,
                        it.position(),
                        Suggestion.near(it.name(), variables.keySet()),
                        it.name());
            }
            return type;
        } else if (expression instanceof Expression.Threshold it) {
            scope.check(it);
            return FieldType.NUMBER;
        } else if (expression instanceof Expression.NumberValue) {
            return FieldType.NUMBER;
        } else if (expression instanceof Expression.TextValue) {
            return FieldType.TEXT;
        } else if (expression instanceof Expression.YesNoValue) {
            return FieldType.YES_NO;
        } else if (expression instanceof Expression.Comparison it) {
            comparison(it);
        } else if (expression instanceof Expression.Membership it) {
            it.values().forEach(value -> compare(it.element(), value, it.position()));
        } else if (expression instanceof Expression.Arithmetic || expression instanceof Expression.Minus) {
            expression.parts().forEach(this::number);
            return FieldType.NUMBER;
        } else {
            checkCondition(expression);
        }
        return FieldType.YES_NO;
    }

    private void comparison(Expression.Comparison it) {
        String left = ExpressionText.of(it.left());
        if (left.equals(ExpressionText.of(it.right()))) {
            String meant = variables.containsKey("$" + left) ? Suggestion.oneOf(List.of("$" + left)) : "";
            scope.error(Code.SELF_COMPARISON, it.position(), meant, left);
        }
        if (compare(it.left(), it.right(), it.position()) && it.operator().isOrder()) {
            number(it.left());
        }
    }

    private void number(Expression expression) {
        FieldType type = type(expression);
        if (type != null && type != FieldType.NUMBER) {
            mismatch(expression, type, FieldType.NUMBER, expression.position());
        }
    }

    /** Returns whether both are of one type. */
    private boolean compare(Expression left, Expression right, Position position) {
        FieldType leftType = type(left);
        FieldType rightType = type(right);
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
        FactSchema.SchemaField field = scope.schema().field(fact, name.name()).orElse(null);
        if (field == null) {
            return;
        }
        boolean closed = field.type() == FieldType.TEXT && !field.accepted().isEmpty();
        if (closed
                && other instanceof Expression.TextValue it
                && !field.accepted().contains(it.value())) {
            String suggestion = Suggestion.near(it.value(), field.accepted());
            scope.error(Code.UNKNOWN_CHOICE, it.position(), suggestion, it.value(), name.name());
        }
        boolean minus = other instanceof Expression.Minus;
        Expression digits = other instanceof Expression.Minus it ? it.operand() : other;
        if (field.type() == FieldType.NUMBER && digits instanceof Expression.NumberValue it) {
            double number = minus ? -it.value() : it.value();
            if (!field.range().contains(number)) {
                Interval range = field.range();
                scope.error(Code.OUT_OF_RANGE, it.position(), accepted(field), number, range.low(), range.high());
            }
        }
    }

    private void mismatch(Expression expression, FieldType is, FieldType other, Position position) {
        Optional<FactSchema.SchemaField> field =
                expression instanceof Expression.Field it ? scope.schema().field(fact, it.name()) : Optional.empty();
        String shown = expression instanceof Expression.Field it ? it.name() : Messages.of("expected.value");
        String suggestion = field.map(TypeChecker::accepted).orElse("");
        Object[] arguments = {shown, Messages.of("type." + is), Messages.of("type." + other)};
        scope.error(Code.TYPE_MISMATCH, position, suggestion, arguments);
    }

    private static String accepted(FactSchema.SchemaField field) {
        return switch (field.type()) {
            case NUMBER -> Messages.of(field.unit().isEmpty() ? "suggestion.number" : "suggestion.unit", field.unit());
            case YES_NO -> Suggestion.oneOf(List.of("true", "false"));
            case TEXT -> Suggestion.oneOf(field.accepted());
        };
    }

    private @Nullable FieldType fieldType(String name, Position position) {
        Optional<FactSchema.SchemaField> field = scope.schema().field(fact, name);
        if (field.isEmpty()) {
            if (!scope.schema().isDoubtful(fact, name)) {
                String suggestion =
                        Suggestion.near(name, scope.schema().fields(fact).keySet());
                scope.error(Code.UNKNOWN_FIELD, position, suggestion, fact, name);
            }
            return null;
        }
        boolean answered =
                scope.answers().contains(field.get().id()) && field.get().type() == FieldType.NUMBER;
        if (!field.get().readable() && !answered) {
            String id = field.get().id();
            String why = id.endsWith("jurisdictions") ? "unreadable.shares" : "unreadable.computed";
            scope.error(Code.UNREADABLE_FIELD, position, "", id, Messages.of(why));
        }
        return field.get().type();
    }
}
