package org.hashwise.advice;

import java.util.SortedMap;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Figures;
import org.hashwise.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;

/** Figures that are found by the position of their question. */
abstract class PartialFigures implements Figures {

    private final Questionnaire questionnaire;

    PartialFigures(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
    }

    /** The value of a question; null when it is computed and was not given. */
    abstract @Nullable Answer valueAt(int position);

    abstract boolean isAnsweredAt(int position);

    private int position(String id) {
        int position = questionnaire.position(id);
        if (position < 0) {
            throw new IllegalArgumentException(id);
        }
        return position;
    }

    @Override
    public double number(String id) {
        Answer value = valueAt(position(id));
        if (value == null) {
            return Double.NaN;
        }
        if (value instanceof Answer.Number number) {
            return number.value();
        }
        throw new IllegalArgumentException(id);
    }

    @Override
    public boolean yes(String id) {
        if (valueAt(position(id)) instanceof Answer.YesNo answer) {
            return answer.value();
        }
        throw new IllegalArgumentException(id);
    }

    @Override
    public String choice(String id) {
        if (valueAt(position(id)) instanceof Answer.Choice answer) {
            return answer.value();
        }
        throw new IllegalArgumentException(id);
    }

    @Override
    public SortedMap<String, Double> shares(String id) {
        if (valueAt(position(id)) instanceof Answer.Shares answer) {
            return answer.percentByCode();
        }
        throw new IllegalArgumentException(id);
    }

    @Override
    public boolean isAsked(String id) {
        return questionnaire.position(id) >= 0;
    }

    @Override
    public boolean isAnswered(String id) {
        int position = questionnaire.position(id);
        return position >= 0 && isAnsweredAt(position);
    }
}
