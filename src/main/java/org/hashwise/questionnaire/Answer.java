package org.hashwise.questionnaire;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** One validated answer; immutable. */
public sealed interface Answer {

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
