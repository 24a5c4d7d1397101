package org.hashwise.rulebook.language;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * An expression that is bound to the values that it reads, for repeated evaluation.
 *
 * @param <C> what it is evaluated for, such as a situation
 */
public sealed interface Term<C> {

    /** A {@link Double}, a {@link String} or a {@link Boolean}. */
    Object value(C context);

    /** The same term where the context is a part of something larger. */
    <D> Term<D> of(Function<D, C> part);

    /** A number. */
    record Number<C>(ToDoubleFunction<C> reader) implements Term<C> {

        double number(C context) {
            return reader.applyAsDouble(context);
        }

        @Override
        public Object value(C context) {
            return number(context);
        }

        @Override
        public <D> Term<D> of(Function<D, C> part) {
            return new Number<>(whole -> reader.applyAsDouble(part.apply(whole)));
        }
    }

    /** A word. */
    record Word<C>(Function<C, String> reader) implements Term<C> {

        @Override
        public Object value(C context) {
            return reader.apply(context);
        }

        @Override
        public <D> Term<D> of(Function<D, C> part) {
            return new Word<>(whole -> reader.apply(part.apply(whole)));
        }
    }

    /** A truth value. */
    record YesNo<C>(Predicate<C> reader) implements Term<C> {

        boolean holds(C context) {
            return reader.test(context);
        }

        @Override
        public Object value(C context) {
            return holds(context);
        }

        @Override
        public <D> Term<D> of(Function<D, C> part) {
            return new YesNo<>(whole -> reader.test(part.apply(whole)));
        }
    }

    /** A term of some type, from a function that gives values of that type. */
    static <C> Term<C> reading(FactSchema.FieldType type, Function<C, Object> reader) {
        return switch (type) {
            case NUMBER -> new Number<>(context -> (Double) reader.apply(context));
            case TEXT -> new Word<>(context -> (String) reader.apply(context));
            case YES_NO -> new YesNo<>(context -> (Boolean) reader.apply(context));
        };
    }
}
