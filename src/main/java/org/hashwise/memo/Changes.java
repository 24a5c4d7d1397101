package org.hashwise.memo;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hashwise.advice.Situation;
import org.hashwise.analysis.Counterfactual;
import org.hashwise.analysis.Flip;
import org.hashwise.consultation.Plain;
import org.hashwise.questionnaire.Mover;
import org.hashwise.text.PageText;
import org.jspecify.annotations.Nullable;

/** Changes of answers that lead to another recommendation, as a memo states them. */
final class Changes {

    private static final int MOST = 3;

    // A number that would have to double or fall to zero is too far away to concern a board.
    private static final double NEAR_PERCENT = 100;

    private final Situation situation;
    private final PageText texts;

    Changes(Situation situation, PageText texts) {
        this.situation = situation;
        this.texts = texts;
    }

    /** The nearest changes: three that the company can make, three of the market or by the state, three of assumed values. */
    static List<Flip> nearest(List<Flip> flips) {
        return Stream.of(
                        near(flips, flip -> flip.by() == Mover.COMPANY),
                        near(flips, Changes::isOutside),
                        near(flips, flip -> flip.by() == null))
                .flatMap(changes -> changes)
                .toList();
    }

    /** The nearest change of the market or by the state, of a value that is known; null when there is none. */
    Memo.@Nullable Change trigger(List<Flip> flips) {
        return near(flips, flip -> isOutside(flip) && !flip.assumed())
                .map(this::of)
                .findFirst()
                .orElse(null);
    }

    List<Memo.Change> of(List<Flip> flips) {
        return flips.stream().map(this::of).toList();
    }

    List<Memo.Change> of(Counterfactual smallest) {
        return smallest.steps().stream()
                .map(step -> new Memo.Change(
                        step.id(),
                        Plain.value(step.from()),
                        Plain.value(step.to()),
                        smallest.target(),
                        null,
                        !situation.isAnswered(step.id()),
                        step.by(),
                        texts.change(step.id(), step.from(), step.to())))
                .toList();
    }

    private static boolean isOutside(Flip flip) {
        return flip.by() == Mover.MARKET || flip.by() == Mover.STATE;
    }

    private static Stream<Flip> near(List<Flip> flips, Predicate<Flip> belongs) {
        return near(flips).filter(belongs).limit(MOST);
    }

    /** The changes that are near enough to be named, nearest first. */
    static Stream<Flip> near(List<Flip> flips) {
        return flips.stream().filter(flip -> flip.distancePercent() == null || flip.distancePercent() < NEAR_PERCENT);
    }

    private Memo.Change of(Flip flip) {
        Double percent = flip.distancePercent();
        return new Memo.Change(
                flip.id(),
                Plain.value(flip.current()),
                Plain.value(flip.at()),
                flip.to(),
                percent == null ? null : Plain.number(percent),
                flip.assumed(),
                flip.by(),
                texts.change(flip.id(), flip.current(), flip.at()));
    }
}
