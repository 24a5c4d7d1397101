package org.hashwise.rulebook.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.engine.AtomQuery;
import org.hashwise.rulebook.engine.ConditionEvaluator;
import org.hashwise.rulebook.engine.FactFields;
import org.hashwise.rulebook.engine.WorkingFacts;
import org.hashwise.rulebook.language.Atom;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.ExpressionEvaluator;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.Term;
import org.jspecify.annotations.Nullable;

/** Reads for each elementary condition of rules of the policy whether it holds for a company, and of which values. */
public final class ConditionReader {

    private final List<Reader> readers = new ArrayList<>();

    /** @param thresholds values by name */
    public ConditionReader(Questionnaire questionnaire, List<Rule> policy, Map<String, Double> thresholds) {
        ConditionEvaluator conditions = new ConditionEvaluator(questionnaire, thresholds);
        FactFields fields = new FactFields(questionnaire);
        for (Rule rule : policy) {
            for (Atom atom : Atom.in(rule)) {
                ExpressionEvaluator<Situation> values =
                        new ExpressionEvaluator<>(thresholds, fields.namesAt(atom.holder(), rule));
                readers.add(new Reader(atom, conditions.of(atom), Sides.of(atom.expression(), values)));
            }
        }
    }

    /** The conditions of all rules for a company, in the order of the rules. */
    public List<ConditionReading> read(Situation situation) {
        WorkingFacts company = WorkingFacts.of(situation);
        return readers.stream().map(reader -> reader.read(company, situation)).toList();
    }

    private record Reader(Atom atom, AtomQuery query, Sides sides) {

        ConditionReading read(WorkingFacts company, Situation situation) {
            return new ConditionReading(
                    atom,
                    query.isTrue(company),
                    sides.left().map(term -> term.value(situation)).orElse(null),
                    sides.comparedWith(situation));
        }
    }

    /**
     * What a condition compares, where it is a figure of the company.
     *
     * @param right of a comparison one, of a membership all, of a field alone none
     * @param several whether the right side is a list
     */
    private record Sides(Optional<Term<Situation>> left, List<Term<Situation>> right, boolean several) {

        static Sides of(Expression expression, ExpressionEvaluator<Situation> values) {
            if (expression instanceof Expression.Comparison it) {
                return new Sides(
                        values.bind(it.left()), values.bind(it.right()).stream().toList(), false);
            } else if (expression instanceof Expression.Membership it) {
                List<Term<Situation>> listed = it.values().stream()
                        .flatMap(value -> values.bind(value).stream())
                        .toList();
                return new Sides(values.bind(it.element()), listed, true);
            }
            return new Sides(values.bind(expression), List.of(), false);
        }

        @Nullable
        Object comparedWith(Situation situation) {
            List<Object> all = right.stream().map(term -> term.value(situation)).toList();
            if (several) {
                return all;
            }
            return all.isEmpty() ? null : all.get(0);
        }
    }
}
