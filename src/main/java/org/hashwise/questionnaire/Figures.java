package org.hashwise.questionnaire;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The values of one company by the {@link Questionnaire#position position} of their question: answers, market values and stated
 * assumptions. What formulas read.
 *
 * <p>Asking for a question that the questionnaire does not have, or for the wrong kind, is a programming error and throws an unchecked
 * exception.
 */
public abstract class Figures {

    private final Questionnaire asked;

    protected Figures(Questionnaire asked) {
        this.asked = asked;
    }

    /** The value of a question; null only when it is {@link Typical.Computed computed when absent} and was not answered. */
    public abstract @Nullable Answer valueAt(int position);

    /** Returns whether the company gave this value itself. */
    public abstract boolean isAnsweredAt(int position);

    /** Returns whether the questionnaire has this question; editions of earlier releases lack those that came later. */
    public final boolean isAsked(String id) {
        return asked.position(id) >= 0;
    }

    public final boolean isAnswered(String id) {
        int position = asked.position(id);
        return position >= 0 && isAnsweredAt(position);
    }

    /**
     * The positions of some questions; −1 for each that the questionnaire does not have.
     *
     * @param ids a list that never changes
     */
    public final int[] positions(List<String> ids) {
        return asked.positions(ids);
    }

    /** The value of a {@link Kind#isNumeric() numeric} question in its unit; {@link Double#NaN} when it has none. */
    public final double numberAt(int position) {
        Answer value = valueAt(position);
        if (value == null) {
            return Double.NaN;
        }
        if (value instanceof Answer.Number number) {
            return number.value();
        }
        throw notOfThisKind(position);
    }

    public boolean yesAt(int position) {
        if (valueAt(position) instanceof Answer.YesNo answer) {
            return answer.value();
        }
        throw notOfThisKind(position);
    }

    /** The chosen value of a choice question. */
    public String choiceAt(int position) {
        if (valueAt(position) instanceof Answer.Choice answer) {
            return answer.value();
        }
        throw notOfThisKind(position);
    }

    /** Percentages by code, summing to 100. */
    public final SortedMap<String, Double> sharesAt(int position) {
        if (valueAt(position) instanceof Answer.Shares answer) {
            return answer.percentByCode();
        }
        throw notOfThisKind(position);
    }

    /** The same as {@link #numberAt}, by id. */
    public final double number(String id) {
        return numberAt(position(id));
    }

    /** The same as {@link #yesAt}, by id. */
    public final boolean yes(String id) {
        return yesAt(position(id));
    }

    /** The same as {@link #choiceAt}, by id. */
    public final String choice(String id) {
        return choiceAt(position(id));
    }

    /** The same as {@link #sharesAt}, by id. */
    public final SortedMap<String, Double> shares(String id) {
        return sharesAt(position(id));
    }

    private int position(String id) {
        int position = asked.position(id);
        if (position < 0) {
            throw new IllegalArgumentException(id);
        }
        return position;
    }

    private IllegalArgumentException notOfThisKind(int position) {
        return new IllegalArgumentException(asked.questions().get(position).id());
    }
}
