package org.hashwise.rulebook.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.NumberNotation;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.engine.ConditionEvaluator;
import org.hashwise.rulebook.language.Atom;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.Rule;

/** Boundary-value analysis: answers that bring a comparison to its border, and between the border and the one of the mutant. */
final class BoundaryValues {

    private final ConditionEvaluator conditions;
    private final InputCandidates inputs;

    BoundaryValues(ConditionEvaluator conditions, InputCandidates inputs) {
        this.conditions = conditions;
        this.inputs = inputs;
    }

    /** Numbers for a question that bring comparisons of a rule or its mutant to a border, plain ones first. */
    List<Answer> answers(Mutant mutant, Question question, Situation seed) {
        SortedSet<Double> range = inputs.numbers(question);
        List<Double> roots = new ArrayList<>();
        List<Atom> atoms = new ArrayList<>(mutant.atom().stream().toList());
        mutant.changed().ifPresent(changed -> atoms.addAll(touched(mutant, changed)));
        for (Atom atom : atoms) {
            if (atom.expression() instanceof Expression.Comparison it) {
                conditions
                        .values(atom.holder(), atom.rule())
                        .gap(it.left(), it.right())
                        .ifPresent(gap -> roots.addAll(RootFinder.of(
                                number -> gap.applyAsDouble(
                                        ExampleCompanies.with(question.id(), new Answer.Number(number), seed)),
                                range)));
            }
        }
        return between(roots, question);
    }

    /** The touched condition as the mutant has it. */
    private static List<Atom> touched(Mutant mutant, Rule changed) {
        List<Atom> before = Atom.in(mutant.original());
        List<Atom> after = Atom.in(changed);
        if (before.size() != after.size() || mutant.atom().isEmpty()) {
            return List.of();
        }
        Expression touched = mutant.atom().get().expression();
        List<Atom> found = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).expression() == touched) {
                found.add(after.get(i));
            }
        }
        return found;
    }

    private static List<Answer> between(List<Double> roots, Question question) {
        List<Double> numbers = new ArrayList<>();
        for (double root : roots) {
            for (double other : roots) {
                for (int digits = 1; digits < 8; digits++) {
                    numbers.add(NumberNotation.rounded(root + (other - root) / 2, digits));
                }
            }
            numbers.add(root);
        }
        numbers.removeIf(number -> number < question.min() || number > question.max());
        return numbers.stream().distinct().<Answer>map(Answer.Number::new).toList();
    }
}
