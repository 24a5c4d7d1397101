package org.hashwise.rulebook.mutation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashwise.advice.EvaluationStopped;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.engine.Findings;
import org.hashwise.rulebook.engine.RuleInterpreter;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.testing.TestExample;

/**
 * Runner of the mutants of the rules of the recommendation. These build on each other, so each mistake is tried with all of
 * them; what the policy found is known already and given to them.
 */
final class DecisionMutantRunner implements MutantRunner {

    /** Companies whose answers are changed one at a time in search of a difference. */
    private static final int SEEDS = 12;

    private final RuleInterpreter rules;
    private final List<TestExample> examples;

    DecisionMutantRunner(RuleInterpreter rules, List<TestExample> examples) {
        this.rules = rules;
        this.examples = examples;
    }

    @Override
    public Optional<TestExample> noticing(Mutant mutant) {
        RuleInterpreter changed = changed(mutant);
        String id = mutant.original().id();
        // Cases that name the rule mostly notice.
        Predicate<TestExample> named = example -> example.expects(id, true) || example.expects(id, false);
        return Stream.concat(examples.stream().filter(named), examples.stream().filter(named.negate()))
                .filter(example -> notices(example, changed))
                .findFirst();
    }

    private RuleInterpreter changed(Mutant mutant) {
        List<Rule> decision = new ArrayList<>(rules.contents().decision());
        decision.replaceAll(
                rule -> rule.equals(mutant.original()) ? mutant.changed().orElseThrow() : rule);
        return new RuleInterpreter(rules.contents().with(RuleRole.DECISION, decision));
    }

    private static boolean notices(TestExample example, RuleInterpreter changed) {
        try {
            return example.objectsTo(
                    changed.decide(example.situation(), example.findings().effects()));
        } catch (EvaluationStopped endless) {
            return true;
        }
    }

    @Override
    public Map<Mutant, SuggestedCase> suggestedCases(List<Mutant> survivors) {
        Map<Mutant, SuggestedCase> suggestedCases = Collections.synchronizedMap(new IdentityHashMap<>());
        if (survivors.isEmpty()) {
            return suggestedCases;
        }
        List<Situation> companies = companies();
        List<Findings> findings =
                companies.parallelStream().map(rules::evaluate).toList();
        survivors.parallelStream().forEach(mutant -> {
            RuleInterpreter changed = changed(mutant);
            IntStream.range(0, companies.size())
                    .filter(i -> !difference(companies.get(i), findings.get(i), changed)
                            .isEmpty())
                    .findFirst()
                    .ifPresent(i -> suggestedCases.put(mutant, suggestedCase(companies.get(i), changed)));
        });
        return suggestedCases;
    }

    private SuggestedCase suggestedCase(Situation company, RuleInterpreter changed) {
        Situation plain = ExampleCompanies.plain(
                company,
                fewer -> !difference(fewer, rules.evaluate(fewer), changed).isEmpty());
        return new SuggestedCase(plain, difference(plain, rules.evaluate(plain), changed));
    }

    private Map<String, String> difference(Situation company, Findings before, RuleInterpreter changed) {
        return FindingsDifference.between(
                before,
                changed.decide(company, before.effects()),
                rules.contents().decision());
    }

    /** The examples, and some of them with one answer changed; those with few answers first. */
    private List<Situation> companies() {
        List<Situation> companies =
                new ArrayList<>(examples.stream().map(TestExample::situation).toList());
        CandidateSearch search = new CandidateSearch(rules);
        int every = Math.max(1, companies.size() / SEEDS);
        for (int i = 0, all = companies.size(); i < all; i += every) {
            Situation seed = companies.get(i);
            for (Question question : rules.contents().questionnaire().questions()) {
                if (question.kind() != Kind.SHARES) {
                    search.few(question.id(), seed)
                            .forEach(answer -> companies.add(ExampleCompanies.with(question.id(), answer, seed)));
                }
            }
        }
        companies.sort(
                Comparator.comparingInt(company -> company.answers().byId().size()));
        return companies;
    }
}
