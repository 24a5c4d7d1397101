package org.hashwise.questionnaire;

import java.util.List;
import java.util.SortedMap;

/**
 * One value per question, complete: each is an answer, a market value or a stated assumption. What formulas read. A value is asked for by
 * its {@link #positions position}.
 *
 * <p>Asking for a question that the questionnaire does not have, or for the wrong kind, is a programming error and throws an unchecked
 * exception.
 */
public interface Figures {

    /** Returns whether the questionnaire has this question; editions of earlier releases lack those that came later. */
    default boolean isAsked(String id) {
        return true;
    }

    /**
     * The positions of some questions; −1 for each that the questionnaire does not have.
     *
     * @param ids a list that never changes
     */
    int[] positions(List<String> ids);

    /**
     * The value of a {@link Kind#isNumeric() numeric} question in its unit; {@link Double#NaN} only when the question is
     * {@link Typical.Computed computed when absent} and was not answered.
     */
    double numberAt(int position);

    boolean yesAt(int position);

    /** The chosen value of a choice question. */
    String choiceAt(int position);

    /** Percentages by code, summing to 100. */
    SortedMap<String, Double> sharesAt(int position);

    /** Returns whether the company gave this value itself. */
    boolean isAnsweredAt(int position);
}
