package org.hashwise.rulebook.lint;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.FactSchema.FieldType;
import org.hashwise.rulebook.language.FactSchema.SchemaField;
import org.hashwise.rulebook.language.Interval;
import org.hashwise.rulebook.language.IntervalEvaluator;
import org.hashwise.rulebook.language.LogicalOperator;
import org.hashwise.rulebook.language.Operator;

/** The boxes in which a constraint of a pattern holds, or does not. */
final class AtomIntervals {

    private static final List<Box> ANYWHERE = List.of(Box.EVERYWHERE);

    private final FactSchema schema;
    private final IntervalEvaluator intervals;

    AtomIntervals(FactSchema schema, Map<String, Double> thresholds) {
        this.schema = schema;
        this.intervals = new IntervalEvaluator(schema, thresholds);
    }

    List<Box> boxes(String fact, Expression expression, boolean wanted) {
        if (expression instanceof Expression.Negation it) {
            return boxes(fact, it.operand(), !wanted);
        } else if (expression instanceof Expression.Junction it) {
            List<Box> left = boxes(fact, it.left(), wanted);
            List<Box> right = boxes(fact, it.right(), wanted);
            if ((it.operator() == LogicalOperator.AND) == wanted) {
                return BoxInterpreter.both(left, right);
            }
            LinkedHashSet<Box> either = new LinkedHashSet<>(left);
            either.addAll(right);
            return BoxInterpreter.few(either);
        } else if (expression instanceof Expression.Comparison it) {
            Operator operator = wanted ? it.operator() : it.operator().negate();
            return it.left() instanceof Expression.Field || !(it.right() instanceof Expression.Field)
                    ? comparison(fact, it.left(), operator, it.right())
                    : comparison(fact, it.right(), operator.mirror(), it.left());
        } else if (expression instanceof Expression.Membership it) {
            return membership(fact, it, wanted != it.negated());
        } else if (expression instanceof Expression.Field it) {
            return words(fact, it.name(), Set.of(Boolean.toString(wanted)), true);
        }
        return ANYWHERE;
    }

    private List<Box> comparison(String fact, Expression left, Operator operator, Expression right) {
        if (left instanceof Expression.Field field && word(right).isPresent()) {
            return operator.isOrder()
                    ? ANYWHERE
                    : words(fact, field.name(), Set.of(word(right).get()), operator == Operator.EQUAL);
        }
        Interval values = intervals.of(fact, right);
        boolean constant = values.low() == values.high();
        if (left instanceof Expression.Field field && constant) {
            return numbers(fact, field.name(), Interval.where(operator, values.low()));
        }
        return intervals.of(fact, left).canBe(operator, values) ? ANYWHERE : List.of();
    }

    private List<Box> membership(String fact, Expression.Membership it, boolean wanted) {
        Set<String> listed = new TreeSet<>();
        it.values().forEach(value -> word(value).ifPresent(listed::add));
        boolean all = listed.size() == Set.copyOf(it.values()).size();
        return it.element() instanceof Expression.Field field && all
                ? words(fact, field.name(), listed, wanted)
                : ANYWHERE;
    }

    private static Optional<String> word(Expression expression) {
        if (expression instanceof Expression.TextValue text) {
            return Optional.of(text.value());
        }
        return expression instanceof Expression.YesNoValue it
                ? Optional.of(Boolean.toString(it.value()))
                : Optional.empty();
    }

    private List<Box> words(String fact, String name, Set<String> words, boolean among) {
        Optional<SchemaField> field = schema.field(fact, name);
        Collection<String> known =
                field.filter(it -> it.type() == FieldType.YES_NO).isPresent()
                        ? List.of("true", "false")
                        : field.map(SchemaField::accepted).orElse(List.of());
        if (known.isEmpty() && !among) {
            return ANYWHERE;
        }
        Set<String> left = new TreeSet<>(known.isEmpty() ? words : known);
        left.removeIf(word -> words.contains(word) != among);
        return left.isEmpty() ? List.of() : List.of(Box.of(fact + "." + name, new FieldDomain.Words(left)));
    }

    private List<Box> numbers(String fact, String name, Interval wanted) {
        Interval range = schema.field(fact, name).map(SchemaField::range).orElse(Interval.ALL);
        Interval left = range.and(wanted);
        return left.isEmpty() ? List.of() : List.of(Box.of(fact + "." + name, new FieldDomain.Numbers(left)));
    }
}
