package org.hashwise.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.analysis.Change.Searched;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Question;

/** Looks for the fewest and then the smallest changes of answers that lead to another strategy. Deterministic. */
public final class ChangeFinder {

    private static final int MOST_CHANGES = 3;

    private final Adviser adviser;
    private final Settings settings;

    public ChangeFinder(Adviser adviser, Settings settings) {
        this.adviser = adviser;
        this.settings = settings;
    }

    /**
     * @param locked ids of questions whose values stay as they are
     */
    public Change smallest(Situation situation, Strategy strategy, Set<String> locked) {
        List<Question> questions = situation.questionnaire().questions();
        Cells cells = new Cells(adviser, questions);
        Verdict verdict = cells.verdict(situation);
        Target target = new Target(strategy);
        List<Integer> free = IntStream.range(0, questions.size())
                .filter(position -> !locked.contains(questions.get(position).id()) && isFree(situation, position))
                .boxed()
                .toList();
        if (target.isReached(verdict)) {
            return new Change(verdict.strategy(), strategy, true, List.of(), new Searched(free.size(), 0, 0, 0, true));
        }
        List<Candidate> candidates = new ArrayList<>();
        Workers.map(free, position -> candidates(situation, position, cells, target))
                .forEach(candidates::addAll);
        candidates.sort(Comparator.comparingDouble(Candidate::lack).thenComparingDouble(Candidate::distance));
        Combinations combinations = new Combinations(situation, cells, target, candidates, settings.mostTrials());
        for (int size = 1; size <= MOST_CHANGES; size++) {
            List<Step> best = combinations.best(size);
            if (!best.isEmpty()) {
                return new Change(verdict.strategy(), strategy, true, best, combinations.searched(free.size()));
            }
        }
        return new Change(verdict.strategy(), strategy, false, List.of(), combinations.searched(free.size()));
    }

    private static boolean isFree(Situation situation, int position) {
        Answer value = situation.valueAt(position);
        return value != null && !(value instanceof Answer.Shares);
    }

    private static List<Candidate> candidates(Situation situation, int position, Cells cells, Target target) {
        List<Candidate> candidates = new ArrayList<>();
        Answer current = situation.valueAt(position);
        if (current instanceof Answer.Number number) {
            Neat neat = new Neat(cells, situation, position);
            for (Sweep.Cell cell : Sweep.of(cells, situation, position)) {
                if (!cell.holds(number.value())) {
                    double value = neat.towards(number.value(), cell);
                    candidates.add(candidate(situation, position, new Answer.Number(value), cell.verdict(), target));
                }
            }
        } else if (current != null) {
            Question question = situation.questionnaire().questions().get(position);
            for (Answer other : Others.than(current, question)) {
                Verdict verdict = cells.verdict(situation.with(position, other));
                candidates.add(candidate(situation, position, other, verdict, target));
            }
        }
        return candidates;
    }

    private static Candidate candidate(
            Situation situation, int position, Answer value, Verdict verdict, Target target) {
        Answer current = situation.valueAt(position);
        double distance = current == null ? 0 : Ruler.distance(situation, position, current, value);
        return new Candidate(position, value, target.lack(verdict), distance);
    }
}
