package org.hashwise.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.analysis.Flip.Direction;
import org.hashwise.questionnaire.Answer;
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
    private final Map<Direction, OutwardSearch> open = new EnumMap<>(Direction.class);

    FlipSearch(Situation situation, int position, Strategy strategy, DecisionRegions regions) {
        this.situation = situation;
        this.position = position;
        this.strategy = strategy;
        this.regions = regions;
        this.current = situation.valueAt(position);
        if (current instanceof Answer.Number number) {
            ReachableRange reach =
                    ReachableRange.of(question(situation, position), number.value(), isAssumed(situation, position));
            if (reach.low() < reach.high()) {
                OutwardSearch search = new OutwardSearch(regions, situation, position, strategy, reach);
                open.put(Direction.UP, search);
                open.put(Direction.DOWN, search);
            }
        }
    }

    /** Whether flips of the value have a distance in percent. */
    boolean hasDistance() {
        return current instanceof Answer.Number number && number.value() != 0;
    }

    List<Flip> all() {
        return current instanceof Answer.Number ? within(Double.POSITIVE_INFINITY) : ofWords();
    }

    /** The flips of a number in both directions, up to a distance in percent; those that were found before are left out. */
    List<Flip> within(double percent) {
        List<Flip> flips = new ArrayList<>();
        if (current instanceof Answer.Number number) {
            double distance =
                    percent == Double.POSITIVE_INFINITY ? percent : Math.abs(number.value()) * percent / PERCENT;
            for (Map.Entry<Direction, OutwardSearch> each : List.copyOf(open.entrySet())) {
                Direction direction = each.getKey();
                OutwardSearch.Change change = each.getValue().within(direction, distance);
                if (change != null) {
                    open.remove(direction);
                    Answer.Number at = new Answer.Number(rounded(change, direction, number.value()));
                    if (isPossible(situation, position, at)) {
                        flips.add(flip(situation, position, at, direction, change.to()));
                    }
                }
            }
        }
        return flips;
    }

    private double rounded(OutwardSearch.Change change, Direction direction, double present) {
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
        for (Answer other : AlternativeAnswers.than(current, question(situation, position))) {
            if (isPossible(situation, position, other)) {
                Strategy to = regions.verdict(situation.with(position, other)).strategy();
                if (to != strategy) {
                    flips.add(flip(situation, position, other, null, to));
                }
            }
        }
        return flips;
    }

    /** Whether a party can bring the value about, or an assumed value may plausibly turn out to be it. */
    private static boolean isPossible(Situation situation, int position, Answer at) {
        Question question = question(situation, position);
        Answer current = situation.valueAt(position);
        return current != null
                && (question.moves().mover(current, at).isPresent()
                        || isAssumed(situation, position) && question.spread().includes(current, at));
    }

    private static boolean isAssumed(Situation situation, int position) {
        return !situation.isAnsweredAt(position)
                && !(question(situation, position).typical() instanceof Typical.FromMarket);
    }

    private static Flip flip(Situation situation, int position, Answer at, @Nullable Direction direction, Strategy to) {
        Question question = question(situation, position);
        Answer current = situation.valueAt(position);
        if (current == null) {
            throw new IllegalArgumentException(question.id());
        }
        Double distance = null;
        Double percent = null;
        if (at instanceof Answer.Number there && current instanceof Answer.Number here) {
            distance = Math.abs(there.value() - here.value());
            percent = here.value() == 0 ? null : Double.valueOf(100 * distance / Math.abs(here.value()));
        }
        Mover by = question.moves().mover(current, at).orElse(null);
        return new Flip(
                question.id(),
                current,
                at,
                direction,
                to,
                distance,
                percent,
                Controllability.of(by),
                isAssumed(situation, position),
                by,
                by == null ? 0 : question.moves().within());
    }

    private static Question question(Situation situation, int position) {
        return situation.questionnaire().questions().get(position);
    }
}
