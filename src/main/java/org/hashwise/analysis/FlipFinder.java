package org.hashwise.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.analysis.Flip.Direction;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Mover;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Typical;
import org.jspecify.annotations.Nullable;

/**
 * One-at-a-time sensitivity analysis: for each value, where the recommendation would change if that value alone did.
 * Changes that no party can make are left out, unless the value is assumed and may plausibly turn out to be the other one.
 */
public final class FlipFinder {

    // Percent of the current value can be compared across units; what has none goes last, in the order of the
    // questions.
    private static final Comparator<Flip> NEAREST_FIRST =
            Comparator.comparing(Flip::distancePercent, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Adviser adviser;

    public FlipFinder(Adviser adviser) {
        this.adviser = adviser;
    }

    /** All flips, the nearest first. */
    public List<Flip> flips(Situation situation) {
        Questionnaire questionnaire = situation.questionnaire();
        DecisionRegions cells = new DecisionRegions(adviser, questionnaire.questions());
        Verdict verdict = cells.verdict(situation);
        List<Integer> positions =
                IntStream.range(0, questionnaire.questions().size()).boxed().toList();
        List<Flip> flips = new ArrayList<>();
        Workers.map(positions, position -> of(situation, position, verdict.strategy(), cells))
                .forEach(flips::addAll);
        flips.sort(NEAREST_FIRST);
        return flips;
    }

    /**
     * The first of {@link #flips}; empty when there is none. Found by the calling thread alone, for programs that look at many
     * companies at the same time.
     */
    public Optional<Flip> nearest(Situation situation) {
        Questionnaire questionnaire = situation.questionnaire();
        DecisionRegions cells = new DecisionRegions(adviser, questionnaire.questions());
        Strategy strategy = cells.verdict(situation).strategy();
        Flip nearest = null;
        double within = Double.POSITIVE_INFINITY;
        for (int position = 0; position < questionnaire.questions().size(); position++) {
            // Farther away than the nearest so far, nothing has to be looked for.
            if (within < Double.POSITIVE_INFINITY && !hasDistance(situation.valueAt(position))) {
                continue;
            }
            for (Flip flip : of(situation, position, strategy, cells, within)) {
                if (nearest == null || NEAREST_FIRST.compare(flip, nearest) < 0) {
                    nearest = flip;
                    within = flip.distancePercent() == null ? within : flip.distancePercent();
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Whether flips of a value have a distance in percent. */
    private static boolean hasDistance(@Nullable Answer current) {
        return current instanceof Answer.Number number && number.value() != 0;
    }

    private static List<Flip> of(Situation situation, int position, Strategy strategy, DecisionRegions cells) {
        return of(situation, position, strategy, cells, Double.POSITIVE_INFINITY);
    }

    /** @param within percent of the current value, beyond which flips may be left out */
    private static List<Flip> of(
            Situation situation, int position, Strategy strategy, DecisionRegions cells, double within) {
        Answer current = situation.valueAt(position);
        if (current == null || current instanceof Answer.Shares) {
            return List.of();
        }
        if (current instanceof Answer.Number number) {
            return numeric(situation, position, number.value(), strategy, cells, within);
        }
        List<Flip> flips = new ArrayList<>();
        for (Answer other : AlternativeAnswers.than(current, question(situation, position))) {
            if (!isPossible(situation, position, other)) {
                continue;
            }
            Strategy to = cells.verdict(situation.with(position, other)).strategy();
            if (to != strategy) {
                flips.add(flip(situation, position, other, null, to));
            }
        }
        return flips;
    }

    private static List<Flip> numeric(
            Situation situation,
            int position,
            double current,
            Strategy strategy,
            DecisionRegions cells,
            double within) {
        List<Flip> flips = new ArrayList<>();
        List<BreakpointScan.Cell> scan = BreakpointScan.of(cells, situation, position, within);
        RoundedBoundary rounded = new RoundedBoundary(cells, situation, position);
        for (BreakpointScan.Cell cell : scan) {
            Strategy to = cell.verdict().strategy();
            if (cell.to() >= current && to != strategy) {
                double edge = cell.nearestTo(current);
                double at = edge == current ? edge : rounded.above(edge, verdict -> verdict.strategy() == to);
                flips.add(flip(situation, position, new Answer.Number(at), Direction.UP, to));
                break;
            }
        }
        for (int i = scan.size() - 1; i >= 0; i--) {
            BreakpointScan.Cell cell = scan.get(i);
            Strategy to = cell.verdict().strategy();
            if (cell.to() < current && to != strategy) {
                double at = rounded.below(cell.to(), verdict -> verdict.strategy() == to);
                flips.add(flip(situation, position, new Answer.Number(at), Direction.DOWN, to));
                break;
            }
        }
        flips.removeIf(flip -> !isPossible(situation, position, flip.at()));
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
