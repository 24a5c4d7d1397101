package org.hashwise.rulebook.mutation;

import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.rulebook.engine.ConditionEvaluator;
import org.hashwise.rulebook.engine.RuleInterpreter;
import org.hashwise.rulebook.engine.WorkingFacts;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.testing.TestExample;

/**
 * Search for a company that a rule of the policy and its mutant evaluate differently: the examples that speak of the rule,
 * with one answer changed, and if that is not enough, two.
 */
final class CaseSuggester {

    private static final int SEEDS = 4;
    private static final int MOST_PAIRS = 2_000;

    private final List<TestExample> examples;
    private final CandidateSearch search;
    private final List<MutantComparison> comparisons;
    private final IdentityHashMap<Mutant, Situation> found = new IdentityHashMap<>();
    private final Set<Expression> tried = Collections.newSetFromMap(new IdentityHashMap<>());

    CaseSuggester(RuleInterpreter rules, List<TestExample> examples, List<Mutant> survivors) {
        this.examples = examples;
        this.search = new CandidateSearch(rules);
        this.comparisons = survivors.stream()
                .map(mutant -> comparison(mutant, rules.conditions()))
                .toList();
    }

    /** A survivor, and whether its original and itself match. */
    private record MutantComparison(Mutant mutant, Predicate<WorkingFacts> original, Predicate<WorkingFacts> changed) {

        boolean differs(WorkingFacts company) {
            return original.test(company) != changed.test(company);
        }
    }

    private static MutantComparison comparison(Mutant mutant, ConditionEvaluator conditions) {
        return new MutantComparison(
                mutant,
                conditions.of(mutant.original()),
                conditions.of(mutant.changed().orElseThrow()));
    }

    /** A case for each survivor that would notice it; none where no difference was found. */
    Map<Mutant, SuggestedCase> find() {
        for (MutantComparison comparison : comparisons) {
            if (!found.containsKey(comparison.mutant())) {
                look(comparison.mutant());
            }
        }
        IdentityHashMap<Mutant, SuggestedCase> suggestedCases = new IdentityHashMap<>();
        for (MutantComparison comparison : comparisons) {
            Situation company = found.get(comparison.mutant());
            if (company != null) {
                suggestedCases.put(comparison.mutant(), suggestedCase(comparison, company));
            }
        }
        return suggestedCases;
    }

    private void look(Mutant mutant) {
        List<Situation> seeds = seeds(mutant.original());
        // Mutants of one condition are tried on the same companies: where one found none, another hardly will.
        boolean hopeless =
                mutant.atom().filter(atom -> tried.contains(atom.expression())).isPresent();
        for (Situation seed : seeds.subList(0, Math.min(seeds.size(), hopeless ? 1 : SEEDS))) {
            tryOut(Stream.of(seed));
            tryOut(search.questionsToTry(mutant, seed).parallelStream()
                    .flatMap(questionId -> search.answers(mutant, questionId, seed).stream()
                            .map(answer -> ExampleCompanies.with(questionId, answer, seed))));
            if (found.containsKey(mutant)) {
                return;
            }
        }
        if (!hopeless && !seeds.isEmpty()) {
            pairs(mutant, seeds.get(0));
        }
        mutant.atom().ifPresent(atom -> tried.add(atom.expression()));
    }

    private void pairs(Mutant mutant, Situation seed) {
        Set<String> questionIds = search.questionsToTry(mutant, seed);
        int left = MOST_PAIRS;
        for (String first : questionIds) {
            for (Answer answer : search.few(first, seed)) {
                Situation changed = ExampleCompanies.with(first, answer, seed);
                left -= tryOut(questionIds.parallelStream()
                        .filter(second -> !second.equals(first))
                        .flatMap(second -> search.fewAtTheBorder(mutant, second, changed).stream()
                                .map(other -> ExampleCompanies.with(second, other, changed))));
                if (found.containsKey(mutant) || left < 0) {
                    return;
                }
            }
        }
    }

    /** Examples where the rule fires come first: one answer more may silence it. */
    private List<Situation> seeds(Rule rule) {
        Comparator<TestExample> closest = Comparator.<TestExample, Boolean>comparing(
                        example -> !example.fired().contains(rule.id()))
                .thenComparing(example -> !example.expects(rule.id(), true) && !example.expects(rule.id(), false))
                .thenComparing(example -> example.situation().answers().byId().size());
        return examples.stream()
                .sorted(closest)
                .limit(SEEDS)
                .map(TestExample::situation)
                .toList();
    }

    /** Notes every survivor without a company that evaluates one of these differently from its original; gives their number. */
    private int tryOut(Stream<Situation> companies) {
        List<Situation> all = companies.toList();
        List<BitSet> differing = all.parallelStream().map(this::differing).toList();
        for (int company = 0; company < all.size(); company++) {
            Situation each = all.get(company);
            differing.get(company).stream()
                    .forEach(i -> found.putIfAbsent(comparisons.get(i).mutant(), each));
        }
        return all.size();
    }

    /** The survivors that still lack a company and evaluate this one differently. */
    private BitSet differing(Situation company) {
        WorkingFacts facts = WorkingFacts.of(company);
        BitSet differing = new BitSet();
        for (int i = 0; i < comparisons.size(); i++) {
            if (!found.containsKey(comparisons.get(i).mutant())) {
                differing.set(i, comparisons.get(i).differs(facts));
            }
        }
        return differing;
    }

    private static SuggestedCase suggestedCase(MutantComparison survivor, Situation company) {
        Situation plain = ExampleCompanies.plain(company, fewer -> survivor.differs(WorkingFacts.of(fewer)));
        boolean fires = survivor.original().test(WorkingFacts.of(plain));
        return SuggestedCase.about(survivor.mutant().original().id(), fires, plain);
    }
}
