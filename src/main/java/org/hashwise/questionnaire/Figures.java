package org.hashwise.questionnaire;

import java.util.List;
import java.util.SortedMap;

/**
 * One value per question id, complete: each is an answer, a market value or a stated assumption. What formulas read.
 *
 * <p>Asking for an id that the questionnaire does not have, or for the wrong kind, is a programming error and throws
 * {@link IllegalArgumentException}.
 */
public interface Figures {

    /**
     * The value of a {@link Kind#isNumeric() numeric} question in its unit; {@link Double#NaN} only when the question is
     * {@link Typical.Computed computed when absent} and was not answered.
     */
    double number(String id);

    boolean yes(String id);

    /** The chosen value of a choice question. */
    String choice(String id);

    /** Percentages by code, summing to 100. */
    SortedMap<String, Double> shares(String id);

    /** Returns whether the company gave this value itself. */
    boolean isAnswered(String id);

    /** Returns whether the questionnaire has this question; editions of earlier releases lack those that came later. */
    default boolean isAsked(String id) {
        return true;
    }

    /**
     * The positions by which the values of some questions can be asked for without finding them anew; −1 for each that the
     * questionnaire does not have.
     *
     * @param ids a list that never changes
     */
    int[] positions(List<String> ids);

    /** The same as {@link #number}, by position. */
    double numberAt(int position);

    /** The same as {@link #yes}, by position. */
    boolean yesAt(int position);

    /** The same as {@link #choice}, by position. */
    String choiceAt(int position);

    /** The same as {@link #isAnswered}, by position. */
    boolean isAnsweredAt(int position);
}
