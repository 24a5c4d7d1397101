package org.hashwise.rulebook.mutation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.trial.Example;
import org.hashwise.rulebook.trial.TrialSubject;

/**
 * Looks for a company that a rule of the policy and its mutant judge differently: the examples that speak of the rule,
 * with one answer changed, and if that is not enough, two.
 */
final class Remedies implements AutoCloseable {

    private static final int SEEDS = 6;
    private static final int PAIR_SEEDS = 2;
    private static final int MOST_PAIRS = 1_500;

    private final List<Example> examples;
    private final Trials trials;
    private final Bench bench;
    private final List<Mutant> survivors;
    private final int[] originals;
    private final int firstMutant;
    private final Map<Mutant, Situation> found = new IdentityHashMap<>();

    Remedies(TrialSubject subject, List<Example> examples, List<Mutant> survivors) {
        this.examples = examples;
        this.trials = new Trials(subject);
        this.survivors = List.copyOf(survivors);
        this.originals = new int[survivors.size()];
        List<Rule> rules = new ArrayList<>();
        Map<Rule, Integer> positions = new IdentityHashMap<>();
        for (int i = 0; i < originals.length; i++) {
            Rule original = survivors.get(i).original();
            if (!positions.containsKey(original)) {
                positions.put(original, rules.size());
                rules.add(original);
            }
            originals[i] = positions.getOrDefault(original, 0);
        }
        this.firstMutant = rules.size();
        survivors.forEach(mutant -> rules.add(mutant.changed().orElseThrow()));
        this.bench = new Bench(subject, rules);
    }

    /** A case for each survivor that would notice it; none where no difference was found. */
    Map<Mutant, Remedy> find() {
        for (Mutant mutant : survivors) {
            if (!found.containsKey(mutant)) {
                look(mutant);
            }
        }
        Map<Mutant, Remedy> remedies = new IdentityHashMap<>();
        for (int i = 0; i < originals.length; i++) {
            Situation company = found.get(survivors.get(i));
            if (company != null) {
                remedies.put(survivors.get(i), remedy(i, company));
            }
        }
        return remedies;
    }

    private void look(Mutant mutant) {
        List<Situation> seeds = seeds(mutant.original());
        for (Situation seed : seeds) {
            tryOut(seed);
            for (String lever : trials.levers(mutant, seed)) {
                for (Answer answer : trials.answers(mutant, lever, seed)) {
                    if (found.containsKey(mutant)) {
                        return;
                    }
                    tryOut(Companies.with(lever, answer, seed));
                }
            }
        }
        seeds.stream().limit(PAIR_SEEDS).forEach(seed -> pairs(mutant, seed));
    }

    private void pairs(Mutant mutant, Situation seed) {
        int left = MOST_PAIRS;
        Set<String> levers = trials.levers(mutant, seed);
        for (String first : levers) {
            for (Answer answer : trials.few(first, seed)) {
                Situation changed = Companies.with(first, answer, seed);
                for (String second : levers) {
                    List<Answer> others =
                            second.equals(first) ? List.of() : trials.fewAtTheBorder(mutant, second, changed);
                    for (Answer other : others) {
                        if (found.containsKey(mutant) || left-- < 0) {
                            return;
                        }
                        tryOut(Companies.with(second, other, changed));
                    }
                }
            }
        }
    }

    /** Examples where the rule fires come first: one answer more may silence it. */
    private List<Situation> seeds(Rule rule) {
        Comparator<Example> closest = Comparator.<Example, Boolean>comparing(
                        example -> !example.fired().contains(rule.id()))
                .thenComparing(example -> !example.expects(rule.id(), true) && !example.expects(rule.id(), false))
                .thenComparing(example -> example.situation().answers().byId().size());
        return examples.stream()
                .sorted(closest)
                .limit(SEEDS)
                .map(Example::situation)
                .toList();
    }

    /** Notes every survivor that judges a company differently from its original. */
    private void tryOut(Situation company) {
        BitSet matching = bench.matching(company);
        for (int i = 0; i < originals.length; i++) {
            if (differs(i, matching)) {
                found.putIfAbsent(survivors.get(i), company);
            }
        }
    }

    private boolean differs(int survivor, BitSet matching) {
        return matching.get(firstMutant + survivor) != matching.get(originals[survivor]);
    }

    private Remedy remedy(int survivor, Situation company) {
        Situation plain = Companies.plain(company, fewer -> differs(survivor, bench.matching(fewer)));
        boolean fires = bench.matching(plain).get(originals[survivor]);
        return Remedy.about(survivors.get(survivor).original().id(), fires, plain);
    }

    @Override
    public void close() {
        bench.close();
    }
}
