package org.hashwise.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hashwise.advice.AnswerVariation;
import org.hashwise.advice.Situation;
import org.hashwise.analysis.Counterfactual.Searched;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Mover;
import org.hashwise.questionnaire.Question;

/**
 * Search over combinations of candidate values, the most promising first, which shrinks those that reach the target.
 */
final class Combinations {

    /** Combinations that reach the target and are shrunk to their smallest form. */
    private static final int MOST_SHRUNK = 12;

    private final Situation situation;
    private final DecisionRegions regions;
    private final Target target;
    private final List<CandidateValue> candidates;
    private final int mostCombinations;
    private final int[] tried = new int[4];
    private boolean complete = true;

    /** @param candidates the most promising first */
    Combinations(
            Situation situation,
            DecisionRegions regions,
            Target target,
            List<CandidateValue> candidates,
            int mostCombinations) {
        this.situation = situation;
        this.regions = regions;
        this.target = target;
        this.candidates = candidates;
        this.mostCombinations = mostCombinations;
    }

    Searched searched(int questions) {
        return new Searched(questions, tried[1], tried[2], tried[3], complete);
    }

    /** Combinations that have all values in common but one, so that for each of them only what depends on that one is computed. */
    private record Extensions(List<CandidateValue> common, List<CandidateValue> last) {}

    /** The smallest change of so many answers; empty when none was found. */
    List<Step> best(int size) {
        List<Extensions> combinations = new ArrayList<>();
        int most = size == 1 ? candidates.size() : mostCombinations;
        extend(List.of(), candidates, size, most, combinations);
        complete &= size == 1 || tried[size] < most;
        return Workers.map(combinations, this::reaching).stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingDouble(Combinations::distance))
                .limit(MOST_SHRUNK)
                .map(this::shrunk)
                .min(Comparator.comparingDouble(
                        steps -> steps.stream().mapToDouble(Step::distance).sum()))
                .orElse(List.of());
    }

    // The first so many candidates, all combined with each other: the promising ones meet first.
    private void extend(
            List<CandidateValue> common, List<CandidateValue> others, int size, int most, List<Extensions> found) {
        if (common.size() == size - 1) {
            List<CandidateValue> last = others.subList(0, Math.min(others.size(), most - tried[size]));
            found.add(new Extensions(common, last));
            tried[size] += last.size();
            return;
        }
        for (int i = 0; i < others.size() && tried[size] < most; i++) {
            CandidateValue candidate = others.get(i);
            List<CandidateValue> before = others.subList(0, i).stream()
                    .filter(other -> other.position() != candidate.position())
                    .toList();
            extend(with(common, candidate), before, size, most, found);
        }
    }

    private static List<CandidateValue> with(List<CandidateValue> chosen, CandidateValue candidate) {
        List<CandidateValue> longer = new ArrayList<>(chosen);
        longer.add(candidate);
        return longer;
    }

    private List<List<CandidateValue>> reaching(Extensions combinations) {
        Situation common = changed(combinations.common());
        Map<Integer, AnswerVariation> variations = new HashMap<>();
        List<List<CandidateValue>> reaching = new ArrayList<>();
        for (CandidateValue candidate : combinations.last()) {
            Situation changed = variations
                    .computeIfAbsent(candidate.position(), common::variation)
                    .with(candidate.value());
            if (target.isReached(regions.strategy(changed))) {
                reaching.add(with(combinations.common(), candidate));
            }
        }
        return reaching;
    }

    private Situation changed(List<CandidateValue> combination) {
        return combination.isEmpty()
                ? situation
                : situation.with(combination.stream()
                        .collect(Collectors.toMap(CandidateValue::position, CandidateValue::value)));
    }

    private static double distance(List<CandidateValue> combination) {
        return combination.stream().mapToDouble(CandidateValue::distance).sum();
    }

    // Each number in turn is moved back towards its present value as far as the others allow.
    private List<Step> shrunk(List<CandidateValue> combination) {
        Situation changed = changed(combination);
        for (CandidateValue candidate : combination) {
            Answer from = situation.valueAt(candidate.position());
            if (from instanceof Answer.Number number) {
                changed = changed.with(candidate.position(), nearest(changed, candidate.position(), number.value()));
            }
        }
        List<Step> steps = new ArrayList<>();
        for (CandidateValue candidate : combination) {
            Step step = step(candidate.position(), changed);
            if (!step.from().equals(step.to())) {
                steps.add(step);
            }
        }
        steps.sort(Comparator.comparing(Step::id));
        return steps;
    }

    private Answer nearest(Situation changed, int position, double current) {
        double nearest = changed.numberAt(position);
        RoundedBoundary rounded = new RoundedBoundary(regions, changed, position);
        for (BreakpointScan.Cell cell : BreakpointScan.of(regions, changed, position)) {
            if (target.isReached(cell.verdict())) {
                double value = rounded.towards(current, cell);
                nearest = Math.abs(value - current) < Math.abs(nearest - current) ? value : nearest;
            }
        }
        return new Answer.Number(nearest);
    }

    private Step step(int position, Situation changed) {
        Answer from = situation.valueAt(position);
        Answer to = changed.valueAt(position);
        if (from == null || to == null) {
            throw new IllegalStateException();
        }
        Question question = situation.questionnaire().questions().get(position);
        // Without a change there is no mover: shrinking may move a step back to the present value.
        Mover by = question.moves().mover(from, to).orElse(Mover.COMPANY);
        return new Step(
                question.id(),
                from,
                to,
                Controllability.of(by),
                ChangeDistance.distance(situation, position, from, to),
                by,
                question.moves().within());
    }
}
