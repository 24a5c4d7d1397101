package org.hashwise.advice;

import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Figures;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a company, completed with market values and assumptions as they are read. An estimate may read other estimates.
 * INVARIANT: the rulebook was checked for estimates that depend on themselves.
 */
class CompletedFigures extends Figures {

    final TypicalValues typicalValues;
    final @Nullable Answer[] given;
    final @Nullable Answer[] values;

    /** @param given answers at the positions of their questions; the array is ours from here on */
    CompletedFigures(TypicalValues typicalValues, @Nullable Answer[] given) {
        this(typicalValues, given, given.clone());
    }

    /** @param values those that are known already, at the positions of their questions; the array is ours from here on */
    CompletedFigures(TypicalValues typicalValues, @Nullable Answer[] given, @Nullable Answer[] values) {
        super(typicalValues.questionnaire());
        this.typicalValues = typicalValues;
        this.given = given;
        this.values = values;
    }

    /** The value of a question, or null when it is computed and was not given. */
    @Override
    public @Nullable Answer valueAt(int position) {
        Answer value = values[position];
        if (value == null) {
            value = typicalValues.at(position, this);
            values[position] = value;
        }
        return value;
    }

    @Override
    public boolean isAnsweredAt(int position) {
        return given[position] != null;
    }
}
