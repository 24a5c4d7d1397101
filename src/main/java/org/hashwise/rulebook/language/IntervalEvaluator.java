package org.hashwise.rulebook.language;

import java.util.Map;
import java.util.function.Function;

/** Interval evaluator of numeric expressions: the range of what {@link ExpressionEvaluator} can return for any company. */
public final class IntervalEvaluator {

    private final FactSchema schema;
    private final Map<String, Double> thresholds;

    /** @param thresholds values by name */
    public IntervalEvaluator(FactSchema schema, Map<String, Double> thresholds) {
        this.schema = schema;
        this.thresholds = thresholds;
    }

    /**
     * The range of an expression outside a pattern, whose fields are named by ids.
     *
     * @param fields the range of a field by its id
     */
    public Interval of(Expression expression, Function<String, Interval> fields) {
        if (expression instanceof Expression.NumberValue it) {
            return Interval.between(it.value(), it.value());
        } else if (expression instanceof Expression.Threshold it) {
            Double value = thresholds.get(it.name());
            return value == null ? Interval.ALL : Interval.between(value, value);
        } else if (expression instanceof Expression.Field it) {
            return fields.apply(it.name());
        } else if (expression instanceof Expression.Minus it) {
            Interval inner = of(it.operand(), fields);
            return Interval.between(-inner.high(), -inner.low());
        } else if (expression instanceof Expression.Arithmetic it) {
            return of(it.left(), fields).combined(it.operator(), of(it.right(), fields));
        }
        return Interval.ALL;
    }

    /** Everything that a number can be; a single value when it is constant, and all numbers when nothing is known of it. */
    public Interval of(String fact, Expression expression) {
        return of(
                expression,
                name -> schema.field(fact, name)
                        .map(FactSchema.SchemaField::range)
                        .orElse(Interval.ALL));
    }
}
