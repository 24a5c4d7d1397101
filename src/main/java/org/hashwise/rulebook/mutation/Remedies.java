package org.hashwise.rulebook.mutation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.trial.Example;
import org.hashwise.rulebook.trial.TrialSubject;

/**
 * Looks for a company that a rule and its mutant judge differently: the examples that speak of the rule, with one answer
 * changed, and if that is not enough, two.
 */
final class Remedies implements AutoCloseable {

    private static final int SEEDS = 6;
    private static final int PAIR_SEEDS = 2;
    private static final int PAIRS = 4_000;

    private final List<Example> examples;
    private final Levers levers;
    private final Borders borders;
    private final Bench bench;
    private final List<Mutant> survivors;
    private final List<Rule> originals;
    private final Map<Mutant, Situation> found = new IdentityHashMap<>();

    /** @param survivors of the policy */
    Remedies(TrialSubject subject, List<Example> examples, List<Mutant> survivors) {
        this.examples = examples;
        this.levers = new Levers(subject.questionnaire(), subject.grading());
        this.borders = new Borders(subject, levers);
        this.survivors = List.copyOf(survivors);
        this.originals = survivors.stream().map(Mutant::original).distinct().toList();
        List<Rule> rules = new ArrayList<>(originals);
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
        found.forEach((mutant, situation) -> remedies.put(mutant, plain(mutant, situation)));
        return remedies;
    }

    private void look(Mutant mutant) {
        List<Situation> seeds = seeds(mutant.original());
        for (Situation seed : seeds) {
            tryOut(seed);
            for (String lever : levers.of(mutant.original(), seed)) {
                for (Answer answer : answers(mutant, lever, seed)) {
                    tryOut(Borders.with(lever, answer, seed));
                    if (found.containsKey(mutant)) {
                        return;
                    }
                }
            }
        }
        seeds.stream().limit(PAIR_SEEDS).forEach(seed -> pairs(mutant, seed));
    }

    private void pairs(Mutant mutant, Situation seed) {
        int tried = 0;
        Set<String> names = levers.of(mutant.original(), seed);
        for (String first : names) {
            for (Answer answer : levers.answers(first, seed)) {
                Situation changed = Borders.with(first, answer, seed);
                for (String second : names) {
                    if (!second.equals(first)) {
                        for (Answer other : answers(mutant, second, changed)) {
                            tryOut(Borders.with(second, other, changed));
                            if (found.containsKey(mutant) || tried++ > PAIRS) {
                                return;
                            }
                        }
                    }
                }
            }
        }
    }

    private List<Answer> answers(Mutant mutant, String lever, Situation seed) {
        Question question = levers.question(lever);
        Set<Answer> answers = new LinkedHashSet<>();
        boolean numeric = switch (question.kind()) {
            case NUMBER, PERCENT, MONEY -> true;
            default -> false;
        };
        if (numeric) {
            answers.addAll(borders.answers(mutant, question, seed));
        }
        answers.addAll(levers.answers(lever, seed));
        return List.copyOf(answers);
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
    private void tryOut(Situation situation) {
        BitSet matching = bench.matching(situation);
        for (int i = 0; i < survivors.size(); i++) {
            Mutant mutant = survivors.get(i);
            if (matching.get(originals.size() + i) != matching.get(originals.indexOf(mutant.original()))) {
                found.putIfAbsent(mutant, situation);
            }
        }
    }

    private boolean differs(Mutant mutant, Situation situation) {
        BitSet matching = bench.matching(situation);
        return matching.get(originals.size() + survivors.indexOf(mutant))
                != matching.get(originals.indexOf(mutant.original()));
    }

    /** The same difference with as few answers as it takes. */
    private Remedy plain(Mutant mutant, Situation situation) {
        Situation plain = situation;
        for (String id : situation.answers().byId().keySet()) {
            Situation fewer = answering(plain.answers().without(id), plain);
            if (differs(mutant, fewer)) {
                plain = fewer;
            }
        }
        for (String id : plain.answers().byId().keySet()) {
            plain = rounded(mutant, id, plain);
        }
        boolean fires = bench.matching(plain).get(originals.indexOf(mutant.original()));
        return new Remedy(
                plain.answers(), plain.market().asOf(), mutant.original().id(), fires);
    }

    private Situation rounded(Mutant mutant, String id, Situation situation) {
        Optional<Answer> answer = situation.answers().get(id);
        if (answer.isPresent() && answer.get() instanceof Answer.Number number) {
            for (int digits = 1; digits < Decimals.digits(number.value()); digits++) {
                Situation rounder =
                        Borders.with(id, new Answer.Number(Decimals.rounded(number.value(), digits)), situation);
                if (differs(mutant, rounder)) {
                    return rounder;
                }
            }
        }
        return situation;
    }

    private static Situation answering(Answers answers, Situation seed) {
        return Situation.of(seed.questionnaire(), answers, seed.market(), seed.jurisdictions(), seed.asOf());
    }

    @Override
    public void close() {
        bench.close();
    }
}
