package org.hashwise.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hashwise.advice.Sampler;
import org.hashwise.advice.Situation;
import org.hashwise.advice.VerdictSummary;
import org.hashwise.questionnaire.Answers;
import org.hashwise.rulebook.Rulebook;

/** The reference population: the same plausible companies every time, evaluated by two rulebooks. */
final class PopulationComparison {

    static final long SEED = 1;

    /** Among so many companies that change in the same way the plainest is looked for. */
    private static final int CANDIDATES = 20;

    private final RulebookPair pair;
    private final LocalDate day;
    private final Sampler sampler;
    private final RuleCounts added;
    private final RuleCounts removed;
    private final Transition[] flips;
    private final boolean[] rescored;

    private PopulationComparison(RulebookPair pair, LocalDate day, int companies) {
        this.pair = pair;
        this.day = day;
        this.sampler = new Sampler(
                pair.before().rules().questionnaire(),
                pair.before().rules().markets().asOf(day).orElseThrow(),
                pair.before().rules().jurisdictions(),
                day,
                Answers.none(),
                Map.of(),
                SEED);
        this.added = new RuleCounts(pair.after().rulesBeyond(pair.before()));
        this.removed = new RuleCounts(pair.before().rulesBeyond(pair.after()));
        this.flips = new Transition[companies];
        this.rescored = new boolean[companies];
    }

    /**
     * @param day for which advice is asked
     * @param check called for each company
     */
    static PopulationComparison of(RulebookPair pair, LocalDate day, int companies, Runnable check) {
        PopulationComparison population = new PopulationComparison(pair, day, companies);
        IntStream.range(0, companies).parallel().forEach(number -> {
            check.run();
            population.count(number);
        });
        return population;
    }

    private void count(int number) {
        Situation company = sampler.company(number);
        Rulebook.Decision before = pair.before().rules().decide(company, removed.rules());
        Rulebook.Decision after =
                pair.after().rules().decide(pair.after().situation(company.answers(), day), added.rules());
        flips[number] = new Transition(VerdictSummary.of(before.verdict()), VerdictSummary.of(after.verdict()));
        rescored[number] = !before.verdict().ranking().equals(after.verdict().ranking());
        removed.count(before.rules());
        added.count(after.rules());
    }

    /** The numbers of companies for which the rules fire that only the second rulebook has. */
    SortedMap<String, Integer> added() {
        return added.counts();
    }

    /** The numbers of companies for which the rules fired that only the first rulebook has. */
    SortedMap<String, Integer> removed() {
        return removed.counts();
    }

    int companies() {
        return flips.length;
    }

    /** The number of companies for which points or blocks differ, whether the recommendation does or not. */
    int rescored() {
        int count = 0;
        for (boolean differs : rescored) {
            count += differs ? 1 : 0;
        }
        return count;
    }

    /** The number of companies of each transition, those that stayed included. */
    SortedMap<Transition, Integer> matrix() {
        SortedMap<Transition, Integer> matrix = new TreeMap<>();
        for (Transition flip : flips) {
            matrix.merge(flip, 1, Integer::sum);
        }
        return matrix;
    }

    /** The kinds of change, those of most companies first. */
    List<RulebookChange> changes() {
        SortedMap<Transition, List<Integer>> numbers = new TreeMap<>();
        for (int number = 0; number < flips.length; number++) {
            if (flips[number].isChange()) {
                numbers.computeIfAbsent(flips[number], flip -> new ArrayList<>())
                        .add(number);
            }
        }
        List<RulebookChange> changes = new ArrayList<>();
        numbers.forEach((flip, companies) -> changes.add(change(flip, companies)));
        changes.sort(Comparator.comparingInt(RulebookChange::companies).reversed());
        return changes;
    }

    private RulebookChange change(Transition flip, List<Integer> numbers) {
        SortedMap<String, Integer> rules = new TreeMap<>();
        VerdictPair[] pairs = numbers.parallelStream().map(this::evaluate).toArray(VerdictPair[]::new);
        int plainest = 0;
        for (int i = 0; i < pairs.length; i++) {
            pairs[i].differences().forEach(difference -> rules.merge(difference.rule(), 1, Integer::sum));
            int fewest = pairs[plainest].differences().size();
            if (i < CANDIDATES && pairs[i].differences().size() < fewest) {
                plainest = i;
            }
        }
        Answers answers = sampler.company(numbers.get(plainest)).answers();
        return new RulebookChange(flip, numbers.size(), rules, new ExampleShrinker(pair, day, flip).of(answers));
    }

    private VerdictPair evaluate(int number) {
        Situation company = sampler.company(number);
        return pair.evaluate(company, pair.after().situation(company.answers(), day));
    }
}
