package org.hashwise.rulebook.model;

import java.time.LocalDate;
import org.hashwise.questionnaire.Text;

/**
 * A named number that rules read as {@code Thresholds.<name>}.
 *
 * @param source a publication with its date, or the word that it is a judgement and why
 * @param date when the value was set or published
 * @param reviewBy from this day on the advice says that the value is due for review
 * @param accepted the values that it may have
 */
public record Parameter(
        String name,
        String topic,
        double value,
        String unit,
        Text meaning,
        Text source,
        LocalDate date,
        LocalDate reviewBy,
        String file,
        int line,
        AcceptedValues accepted) {

    /** The same with another value. */
    public Parameter withValue(double other) {
        return new Parameter(name, topic, other, unit, meaning, source, date, reviewBy, file, line, accepted);
    }
}
