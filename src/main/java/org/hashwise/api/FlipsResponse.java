package org.hashwise.api;

import java.util.List;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Controllability;
import org.hashwise.analysis.Flip;
import org.hashwise.consultation.Plain;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Mover;
import org.jspecify.annotations.Nullable;

/** Flips as JSON. */
record FlipsResponse(List<FlipItem> flips) {

    static FlipsResponse of(List<Flip> flips, Language language, Wording wording) {
        return new FlipsResponse(
                flips.stream().map(flip -> FlipItem.of(flip, language, wording)).toList());
    }

    record FlipItem(
            String id,
            Object current,
            Object at,
            Flip.@Nullable Direction direction,
            Strategy to,
            @Nullable Number distance,
            @Nullable Number distancePercent,
            Controllability kind,
            boolean assumed,
            @Nullable Mover by,
            @Nullable Integer within,
            String text) {
        static FlipItem of(Flip flip, Language language, Wording wording) {
            return new FlipItem(
                    flip.id(),
                    Plain.value(flip.current()),
                    Plain.value(flip.at()),
                    flip.direction(),
                    flip.to(),
                    number(flip.distance()),
                    number(flip.distancePercent()),
                    flip.kind(),
                    flip.assumed(),
                    flip.by(),
                    flip.within() == 0 ? null : flip.within(),
                    wording.change(flip.id(), flip.current(), flip.at(), language));
        }

        private static @Nullable Number number(@Nullable Double value) {
            return value == null ? null : Plain.number(value);
        }
    }
}
