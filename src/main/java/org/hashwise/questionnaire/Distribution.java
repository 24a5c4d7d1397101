package org.hashwise.questionnaire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The distribution of the unknown answers of plausible companies. */
public sealed interface Distribution {

    /** Returns whether a plausible company may have a value in place of the present or assumed one. */
    default boolean includes(Answer current, Answer value) {
        return false;
    }

    /** Low, likely and high value in the unit of the question. */
    record Range(double low, double likely, double high) implements Distribution {
        @Override
        public boolean includes(Answer current, Answer value) {
            return value instanceof Answer.Number number && number.value() >= low && number.value() <= high;
        }
    }

    /** Low, likely and high factor around the typical value, for typical values that are estimates. */
    record Factor(double low, double likely, double high) implements Distribution {
        @Override
        public boolean includes(Answer current, Answer value) {
            return new Moves.Multiples(low, high).includes(current, value);
        }
    }

    /** The weight of each choice; they sum to 1. A yes-or-no question has the keys {@code yes} and {@code no}. */
    record Weights(Map<String, Double> byChoice) implements Distribution {
        @Override
        public boolean includes(Answer current, Answer value) {
            String choice = value instanceof Answer.YesNo answer
                    ? answer.value() ? "yes" : "no"
                    : value.toPlain().toString();
            return byChoice.getOrDefault(choice, 0.0) > 0;
        }
    }

    /**
     * The weights depend on another question, as few companies that do not own their site have a tenant for it.
     *
     * @param on the id of the other question, which may not be about shares
     * @param byAnswer weights for each of its answers; for {@link #ZERO} and {@link #MORE} when it is about a number
     */
    record Conditional(String on, Map<String, Weights> byAnswer) implements Distribution {
        /** The other question's number is 0. */
        public static final String ZERO = "zero";

        /** The other question's number is not 0. */
        public static final String MORE = "more";

        public Conditional {
            byAnswer = Map.copyOf(byAnswer);
        }

        @Override
        public boolean includes(Answer current, Answer value) {
            return byAnswer.values().stream().anyMatch(weights -> weights.includes(current, value));
        }

        /**
         * Returns whether a company with this answer to the other question may have a value: without debt, none is in
         * default.
         */
        public boolean permits(@Nullable Answer other, Answer value) {
            Weights weights = byAnswer.get(word(other));
            return weights == null || weights.includes(value, value);
        }

        /** The key of the weights for an answer to the other question; empty without an answer. */
        public static String word(@Nullable Answer other) {
            return other == null
                    ? ""
                    : other.map(
                            number -> number == 0 ? ZERO : MORE,
                            yes -> yes ? "yes" : "no",
                            choice -> choice,
                            shares -> "");
        }
    }

    /** One of several whole answers with equal weight, for shares. */
    record Examples(java.util.List<Answer> answers) implements Distribution {
        public Examples {
            answers = java.util.List.copyOf(answers);
        }
    }

    /** Not sampled: the value is known from the market or computed. */
    record None() implements Distribution {}
}
