package org.hashwise.analysis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.hashwise.advice.AnswerVariation;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.analysis.Flip.Direction;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.Mover;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Typical;
import org.jspecify.annotations.Nullable;

/** Search for the flips of one question of one company. Not thread-safe. */
final class FlipSearch {

    private static final double PERCENT = 100;

    private final Situation situation;
    private final int position;
    private final Strategy strategy;
    private final DecisionRegions regions;
    private final @Nullable Answer current;
    private final Question question;
    private final boolean assumed;
    private final @Nullable OutwardSearch outwards;
    private final Set<Direction> open = EnumSet.allOf(Direction.class);

    FlipSearch(Situation situation, int position, Strategy strategy, DecisionRegions regions) {
        this.situation = situation;
        this.position = position;
        this.strategy = strategy;
        this.regions = regions;
        this.current = situation.valueAt(position);
        this.question = situation.questionnaire().questions().get(position);
        this.assumed = !situation.isAnsweredAt(position) && !(question.typical() instanceof Typical.FromMarket);
        this.outwards = current instanceof Answer.Number number ? outwards(number.value()) : null;
    }

    private @Nullable OutwardSearch outwards(double present) {
        ReachableRange reach = ReachableRange.of(question, present, assumed);
        if (reach.low() >= reach.high()) {
            return null;
        }
        OutwardSearch search = new OutwardSearch(regions, situation, position, strategy, reach);
        return search.isIdle() ? null : search;
    }

    /** Returns whether flips of a value have a distance in percent. */
    static boolean hasDistance(Situation situation, int position) {
        return situation.valueAt(position) instanceof Answer.Number number && number.value() != 0;
    }

    List<Flip> all() {
        return current instanceof Answer.Number ? within(Double.POSITIVE_INFINITY) : ofWords();
    }

    /** The flips of a number in both directions, up to a distance in percent; those that were found before are left out. */
    List<Flip> within(double percent) {
        if (outwards == null || open.isEmpty()) {
            return List.of();
        }
        List<Flip> flips = new ArrayList<>();
        if (current instanceof Answer.Number number) {
            double distance =
                    percent == Double.POSITIVE_INFINITY ? percent : Math.abs(number.value()) * percent / PERCENT;
            for (Direction direction : List.copyOf(open)) {
                OutwardSearch.StrategyChange change = outwards.within(direction, distance);
                if (change != null) {
                    open.remove(direction);
                    Answer.Number at = new Answer.Number(rounded(change, direction, number.value()));
                    if (isPossible(number, at)) {
                        flips.add(flip(number, at, direction, change.to()));
                    }
                }
            }
        }
        return flips;
    }

    private double rounded(OutwardSearch.StrategyChange change, Direction direction, double present) {
        RoundedBoundary rounded = new RoundedBoundary(regions, situation, position);
        Predicate<Verdict> same = verdict -> verdict.strategy() == change.to();
        return change.at() == present
                ? present
                : direction == Direction.UP ? rounded.above(change.at(), same) : rounded.below(change.at(), same);
    }

    private List<Flip> ofWords() {
        List<Flip> flips = new ArrayList<>();
        if (current == null || current instanceof Answer.Shares) {
            return flips;
        }
        AnswerVariation variation = situation.variation(position);
        for (Answer other : AlternativeAnswers.than(current, question)) {
            if (isPossible(current, other)) {
                Strategy to = regions.strategy(variation.with(other));
                if (to != strategy) {
                    flips.add(flip(current, other, null, to));
                }
            }
        }
        return flips;
    }

    /**
     * Tells whether a party can bring the value about, or an assumed value may plausibly turn out to be it; none that the other
     * answers rule out.
     */
    private boolean isPossible(Answer from, Answer at) {
        return fitsTheOthers(at)
                && (question.moves().mover(from, at).isPresent()
                        || (assumed && question.spread().includes(from, at)));
    }

    private boolean fitsTheOthers(Answer at) {
        return !(question.spread() instanceof Distribution.Conditional conditional)
                || conditional.permits(
                        situation.valueAt(situation.questionnaire().position(conditional.on())), at);
    }

    private Flip flip(Answer from, Answer at, @Nullable Direction direction, Strategy to) {
        Double distance = null;
        Double percent = null;
        if (at instanceof Answer.Number there && from instanceof Answer.Number here) {
            distance = Math.abs(there.value() - here.value());
            percent = here.value() == 0 ? null : Double.valueOf(PERCENT * distance / Math.abs(here.value()));
        }
        Mover by = question.moves().mover(from, at).orElse(null);
        return new Flip(
                question.id(),
                from,
                at,
                direction,
                to,
                distance,
                percent,
                Controllability.of(by),
                assumed,
                by,
                by == null ? 0 : question.moves().within());
    }
}
