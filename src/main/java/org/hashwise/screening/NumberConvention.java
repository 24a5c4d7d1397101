package org.hashwise.screening;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.NumberNotation;
import org.hashwise.questionnaire.Quantity;
import org.hashwise.questionnaire.QuantityReader;

/** The decimal sign of the numbers in a file, as far as its rows have shown it so far. */
public enum NumberConvention {
    /** Decimal point. */
    @JsonProperty("point")
    POINT,
    /** Decimal comma. */
    @JsonProperty("comma")
    COMMA,
    /** No number has shown it. */
    @JsonProperty("unknown")
    UNKNOWN,
    /** Decimal points in some numbers, decimal commas in others. */
    @JsonProperty("mixed")
    MIXED;

    /** The convention after a further number. */
    NumberConvention after(String text) {
        Optional<Character> shown = NumberNotation.shownDecimalSign(text);
        if (shown.isEmpty() || this == MIXED) {
            return this;
        }
        NumberConvention other = shown.get() == ',' ? COMMA : POINT;
        return this == UNKNOWN || this == other ? other : MIXED;
    }

    /**
     * Reads a number. Where the convention is not known, a number that each sign makes another one can mean two things.
     *
     * @param words language of the words beside numbers
     */
    Quantity read(QuantityReader reader, String text, Language words) {
        if (!NumberNotation.isAmbiguous(text)) {
            return reader.read(text, words);
        }
        Quantity point = reader.read(text, Language.EN);
        Quantity comma = reader.read(text, Language.FR);
        if (this == POINT || this == COMMA) {
            return this == POINT ? point : comma;
        }
        if (point instanceof Quantity.Value one && comma instanceof Quantity.Value other) {
            return one.value() == other.value()
                    ? one
                    : new Quantity.Ambiguous(
                            Math.min(one.value(), other.value()), Math.max(one.value(), other.value()));
        }
        boolean commaOnly = comma instanceof Quantity.Ambiguous || comma instanceof Quantity.Value;
        return commaOnly && !(point instanceof Quantity.Ambiguous) ? comma : point;
    }
}
