package org.hashwise.advice;

import java.util.List;
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

    private int position(String id) {
        int position = questionnaire.position(id);
        if (position < 0) {
            throw new IllegalArgumentException(id);
        }
        return position;
    }

    public final double number(String id) {
        return numberAt(position(id));
    }

    public final boolean yes(String id) {
        return yesAt(position(id));
    }

    public final String choice(String id) {
        return choiceAt(position(id));
    }

    public final SortedMap<String, Double> shares(String id) {
        return sharesAt(position(id));
    }

    @Override
    public int[] positions(List<String> ids) {
        return questionnaire.positions(ids);
    }

    @Override
    public double numberAt(int position) {
        Answer value = valueAt(position);
        if (value == null) {
            return Double.NaN;
        }
        if (value instanceof Answer.Number number) {
            return number.value();
        }
        throw notOfThisKind(position);
    }

    @Override
    public boolean yesAt(int position) {
        if (valueAt(position) instanceof Answer.YesNo answer) {
            return answer.value();
        }
        throw notOfThisKind(position);
    }

    @Override
    public String choiceAt(int position) {
        if (valueAt(position) instanceof Answer.Choice answer) {
            return answer.value();
        }
        throw notOfThisKind(position);
    }

    @Override
    public final SortedMap<String, Double> sharesAt(int position) {
        if (valueAt(position) instanceof Answer.Shares answer) {
            return answer.percentByCode();
        }
        throw notOfThisKind(position);
    }

    private IllegalArgumentException notOfThisKind(int position) {
        return new IllegalArgumentException(
                questionnaire.questions().get(position).id());
    }

    @Override
    public boolean isAsked(String id) {
        return questionnaire.position(id) >= 0;
    }

    public final boolean isAnswered(String id) {
        int position = questionnaire.position(id);
        return position >= 0 && isAnsweredAt(position);
    }
}
