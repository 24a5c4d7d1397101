package org.hashwise.questionnaire;

import java.util.Map;

/** The distribution of the unknown answers of plausible companies. */
public sealed interface Distribution {

    /** Low, likely and high value in the unit of the question. */
    record Range(double low, double likely, double high) implements Distribution {}

    /** Low, likely and high factor around the typical value, for typical values that are estimates. */
    record Factor(double low, double likely, double high) implements Distribution {}

    /** The weight of each choice; they sum to 1. A yes-or-no question has the keys {@code yes} and {@code no}. */
    record Weights(Map<String, Double> byChoice) implements Distribution {}

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
