package org.hashwise.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.AnswerVariation;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.analysis.Counterfactual.Searched;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Question;

/**
 * Counterfactual search: the fewest and then the smallest changes of answers that lead to another strategy, among those
 * that a party can make. Deterministic.
 */
public final class CounterfactualFinder {

    private static final int MOST_CHANGES = 3;

    private final Adviser adviser;
    private final AnalysisSettings settings;

    public CounterfactualFinder(Adviser adviser, AnalysisSettings settings) {
        this.adviser = adviser;
        this.settings = settings;
    }

    /**
     * @param locked ids of questions whose values stay as they are
     */
    public Counterfactual smallest(Situation situation, Strategy strategy, Set<String> locked) {
        List<Question> questions = situation.questionnaire().questions();
        DecisionRegions regions = new DecisionRegions(adviser, questions);
        Verdict verdict = regions.verdict(situation);
        Target target = new Target(strategy);
        List<Integer> free = IntStream.range(0, questions.size())
                .filter(position -> !locked.contains(questions.get(position).id()) && isFree(situation, position))
                .boxed()
                .toList();
        if (target.isReached(verdict)) {
            return new Counterfactual(
                    verdict.strategy(), strategy, true, List.of(), new Searched(free.size(), 0, 0, 0, true));
        }
        List<CandidateValue> candidates = new ArrayList<>();
        Workers.map(free, position -> candidates(situation, position, regions, target))
                .forEach(candidates::addAll);
        candidates.sort(Comparator.comparingDouble(CandidateValue::lack).thenComparingDouble(CandidateValue::distance));
        Combinations combinations = new Combinations(situation, regions, target, candidates, settings.mostTrials());
        for (int size = 1; size <= MOST_CHANGES; size++) {
            List<Step> best = combinations.best(size);
            if (!best.isEmpty()) {
                return new Counterfactual(verdict.strategy(), strategy, true, best, combinations.searched(free.size()));
            }
        }
        return new Counterfactual(verdict.strategy(), strategy, false, List.of(), combinations.searched(free.size()));
    }

    private static boolean isFree(Situation situation, int position) {
        Answer value = situation.valueAt(position);
        return value != null && !(value instanceof Answer.Shares);
    }

    private static List<CandidateValue> candidates(
            Situation situation, int position, DecisionRegions regions, Target target) {
        List<CandidateValue> candidates = new ArrayList<>();
        Answer current = situation.valueAt(position);
        if (current instanceof Answer.Number number) {
            RoundedBoundary rounded = new RoundedBoundary(regions, situation, position);
            for (BreakpointScan.Cell cell : BreakpointScan.of(regions, situation, position)) {
                if (!cell.holds(number.value())) {
                    double value = rounded.towards(number.value(), cell);
                    candidates.add(candidate(situation, position, new Answer.Number(value), cell.verdict(), target));
                }
            }
        } else if (current != null) {
            Question question = situation.questionnaire().questions().get(position);
            AnswerVariation variation = situation.variation(position);
            for (Answer other : AlternativeAnswers.than(current, question)) {
                Verdict verdict = regions.verdict(variation.with(other));
                candidates.add(candidate(situation, position, other, verdict, target));
            }
        }
        Question moved = situation.questionnaire().questions().get(position);
        candidates.removeIf(candidate -> current == null
                || moved.moves().mover(current, candidate.value()).isEmpty());
        return candidates;
    }

    private static CandidateValue candidate(
            Situation situation, int position, Answer value, Verdict verdict, Target target) {
        Answer current = situation.valueAt(position);
        double distance = current == null ? 0 : ChangeDistance.distance(situation, position, current, value);
        return new CandidateValue(position, value, target.lack(verdict), distance);
    }
}
