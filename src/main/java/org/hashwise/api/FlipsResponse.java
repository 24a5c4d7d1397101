package org.hashwise.api;

import java.util.List;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Controllability;
import org.hashwise.analysis.Flip;
import org.hashwise.consultation.Plain;
import org.jspecify.annotations.Nullable;

/** Flips as JSON. */
record FlipsResponse(List<FlipItem> flips) {

    static FlipsResponse of(List<Flip> flips) {
        return new FlipsResponse(flips.stream().map(FlipItem::of).toList());
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
            boolean assumed) {
        static FlipItem of(Flip flip) {
            return new FlipItem(
                    flip.id(),
                    Plain.value(flip.current()),
                    Plain.value(flip.at()),
                    flip.direction(),
                    flip.to(),
                    number(flip.distance()),
                    number(flip.distancePercent()),
                    flip.kind(),
                    flip.assumed());
        }

        private static @Nullable Number number(@Nullable Double value) {
            return value == null ? null : Plain.number(value);
        }
    }
}
