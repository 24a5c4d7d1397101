package org.hashwise.questionnaire;

import java.util.Map;

/** The typical value that is assumed for an open question. */
public sealed interface Typical {

    /** Always the same value. */
    record Fixed(Answer value) implements Typical {}

    /**
     * Estimated from other answers by a formula of {@code economics} that has this name.
     *
     * @param numbers coefficients of the formula, by name
     * @param ids questions that the formula reads, by role
     * @param tables coefficients by choice value, by name; a table over two choices joins their values with a comma
     */
    record Estimated(
            String formula,
            Map<String, Double> numbers,
            Map<String, String> ids,
            Map<String, Map<String, Double>> tables)
            implements Typical {
        public Estimated {
            numbers = Map.copyOf(numbers);
            ids = Map.copyOf(ids);
            tables = Map.copyOf(tables);
        }
    }

    /** Taken from the dated market snapshot. */
    record FromMarket() implements Typical {}

    /** Not assumed at all: a metric is computed instead, and a given answer wins over the computation. */
    record Computed() implements Typical {}
}
