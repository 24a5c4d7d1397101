package org.hashwise.consultation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Controllability;
import org.hashwise.analysis.Flip;
import org.hashwise.analysis.MarketAge;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Mover;
import org.jspecify.annotations.Nullable;

/**
 * A flip as JSON; see {@link Flip} for its fields.
 *
 * @param withinTypicalMove null for a flip of an assumption, which no market moves, and where no age was asked for
 */
public record FlipItem(
        String id,
        Object current,
        Object at,
        Flip.@Nullable Direction direction,
        Strategy to,
        @Nullable Number distance,
        @Nullable Number distancePercent,
        String kind,
        boolean assumed,
        @Nullable Mover by,
        @Nullable Integer within,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean withinTypicalMove,
        String text) {
    public static FlipItem of(Flip flip, @Nullable MarketAge age, Language language, Wording wording) {
        return new FlipItem(
                flip.id(),
                Plain.value(flip.current()),
                Plain.value(flip.at()),
                flip.direction(),
                flip.to(),
                number(flip.distance()),
                number(flip.distancePercent()),
                kind(flip.kind()),
                flip.assumed(),
                flip.by(),
                flip.within() == 0 ? null : flip.within(),
                age == null ? null : age.covers(flip),
                wording.change(flip.id(), flip.current(), flip.at(), language));
    }

    /** Controllability in JSON, where a value that the company can change is a lever. */
    public static String kind(Controllability controllability) {
        return controllability == Controllability.COMPANY ? "LEVER" : "MARKET";
    }

    private static @Nullable Number number(@Nullable Double value) {
        return value == null ? null : Plain.number(value);
    }
}
