package org.hashwise.command.compare;

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
import org.hashwise.questionnaire.Answers;
import org.hashwise.rulebook.Proof;

/** The reference population: the same plausible companies every time, judged by two rulebooks. */
final class Census {

    static final int COMPANIES = 10_000;
    static final long SEED = 1;

    /** Among so many companies that change in the same way the plainest is looked for. */
    private static final int CANDIDATES = 20;

    private final Bench bench;
    private final LocalDate day;
    private final Sampler sampler;
    private final Firings added;
    private final Firings removed;
    private final Flip[] flips;
    private final boolean[] rescored;

    private Census(Bench bench, LocalDate day, int companies) {
        this.bench = bench;
        this.day = day;
        this.sampler = new Sampler(
                bench.before().rules().questionnaire(),
                bench.before().rules().markets().asOf(day).orElseThrow(),
                bench.before().rules().jurisdictions(),
                day,
                Answers.none(),
                Map.of(),
                SEED);
        this.added = new Firings(bench.after().rulesBeyond(bench.before()));
        this.removed = new Firings(bench.before().rulesBeyond(bench.after()));
        this.flips = new Flip[companies];
        this.rescored = new boolean[companies];
    }

    /** @param day for which advice is asked */
    static Census of(Bench bench, LocalDate day, int companies) {
        Census census = new Census(bench, day, companies);
        IntStream.range(0, companies).parallel().forEach(census::count);
        return census;
    }

    private void count(int number) {
        Situation company = sampler.company(number);
        Proof.Decision before = bench.before().rules().decide(company, removed.rules());
        Proof.Decision after =
                bench.after().rules().decide(bench.after().situation(company.answers(), day), added.rules());
        flips[number] = new Flip(Outcome.of(before.verdict()), Outcome.of(after.verdict()));
        rescored[number] = !before.verdict().ranking().equals(after.verdict().ranking());
        removed.count(before.rules());
        added.count(after.rules());
    }

    /** For how many companies the rules fire that only the second rulebook has. */
    SortedMap<String, Integer> added() {
        return added.counts();
    }

    /** For how many companies the rules fired that only the first rulebook has. */
    SortedMap<String, Integer> removed() {
        return removed.counts();
    }

    int companies() {
        return flips.length;
    }

    /** For how many companies points or blocks differ, whether the recommendation does or not. */
    int rescored() {
        int count = 0;
        for (boolean differs : rescored) {
            count += differs ? 1 : 0;
        }
        return count;
    }

    /** How many companies went which way, those that stayed included. */
    SortedMap<Flip, Integer> matrix() {
        SortedMap<Flip, Integer> matrix = new TreeMap<>();
        for (Flip flip : flips) {
            matrix.merge(flip, 1, Integer::sum);
        }
        return matrix;
    }

    /** The kinds of change, those of most companies first. */
    List<Change> changes() {
        SortedMap<Flip, List<Integer>> numbers = new TreeMap<>();
        for (int number = 0; number < flips.length; number++) {
            if (flips[number].isChange()) {
                numbers.computeIfAbsent(flips[number], flip -> new ArrayList<>())
                        .add(number);
            }
        }
        List<Change> changes = new ArrayList<>();
        numbers.forEach((flip, companies) -> changes.add(change(flip, companies)));
        changes.sort(Comparator.comparingInt(Change::companies).reversed());
        return changes;
    }

    private Change change(Flip flip, List<Integer> numbers) {
        SortedMap<String, Integer> rules = new TreeMap<>();
        Judgement[] judgements = numbers.parallelStream().map(this::judge).toArray(Judgement[]::new);
        int plainest = 0;
        for (int i = 0; i < judgements.length; i++) {
            judgements[i].differences().forEach(difference -> rules.merge(difference.rule(), 1, Integer::sum));
            int fewest = judgements[plainest].differences().size();
            if (i < CANDIDATES && judgements[i].differences().size() < fewest) {
                plainest = i;
            }
        }
        Answers answers = sampler.company(numbers.get(plainest)).answers();
        return new Change(flip, numbers.size(), rules, new Simplification(bench, day, flip).of(answers));
    }

    private Judgement judge(int number) {
        Situation company = sampler.company(number);
        return bench.judge(company, bench.after().situation(company.answers(), day));
    }
}
