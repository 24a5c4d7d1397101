package org.hashwise.questionnaire;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** One validated answer; immutable. */
public sealed interface Answer {

    /** The result of the function for the kind of this answer, applied to its value. */
    default <R> R map(
            DoubleFunction<R> number,
            Function<Boolean, R> yesNo,
            Function<String, R> choice,
            Function<SortedMap<String, Double>, R> shares) {
        if (this instanceof Number answer) {
            return number.apply(answer.value());
        }
        if (this instanceof YesNo answer) {
            return yesNo.apply(answer.value());
        }
        if (this instanceof Choice answer) {
            return choice.apply(answer.value());
        }
        return shares.apply(((Shares) this).percentByCode());
    }

    /** The exact value as a {@code Double}, a {@code Boolean}, a text, or percentages by code. */
    default Object toPlain() {
        return this.<Object>map(number -> number, yes -> yes, choice -> choice, shares -> shares);
    }

    /** A number in the unit of its question. */
    record Number(double value) implements Answer {}

    record YesNo(boolean value) implements Answer {}

    /** The value of one of the question's choices, such as {@code FIXED}. */
    record Choice(String value) implements Answer {}

    /** Percentages by code; they sum to 100. */
    record Shares(SortedMap<String, Double> percentByCode) implements Answer {
        public Shares {
            percentByCode = Collections.unmodifiableSortedMap(new TreeMap<>(percentByCode));
        }
    }
}
