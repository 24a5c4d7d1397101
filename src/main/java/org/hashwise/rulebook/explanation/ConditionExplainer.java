package org.hashwise.rulebook.explanation;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.RuleReading.Need;
import org.hashwise.advice.Situation;
import org.hashwise.rulebook.engine.AtomQuery;
import org.hashwise.rulebook.engine.ConditionEvaluator;
import org.hashwise.rulebook.engine.FactFields;
import org.hashwise.rulebook.engine.WorkingFacts;
import org.hashwise.rulebook.language.Atom;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.ExpressionEvaluator;
import org.hashwise.rulebook.language.FactSchema.SchemaField;
import org.hashwise.rulebook.language.Term;
import org.jspecify.annotations.Nullable;

/** Explanation of one elementary condition: whether it holds for a company, of which values, and what would meet it. */
final class ConditionExplainer {

    private final Atom atom;
    private final AtomQuery query;
    private final SortedMap<String, Term<Situation>> reads = new TreeMap<>();
    private final Optional<Term<Situation>> left;
    private final RuleReading.Relation needed;
    private final Function<Situation, @Nullable Object> right;

    ConditionExplainer(Atom atom, ConditionEvaluator conditions) {
        this.atom = atom;
        this.query = conditions.of(atom);
        FactFields fields = conditions.fields();
        ExpressionEvaluator<Situation> values = conditions.values(atom.holder(), atom.rule());
        atom.expression()
                .walk(part -> field(part, fields)
                        .ifPresent(field -> fields.value(field.id()).ifPresent(term -> reads.put(field.id(), term))));
        if (atom.expression() instanceof Expression.Comparison it) {
            Optional<Term<Situation>> other = values.bind(it.right());
            this.left = values.bind(it.left());
            this.needed = (atom.wanted() ? it.operator() : it.operator().negate()).relation();
            this.right = situation -> value(other, situation);
        } else if (atom.expression() instanceof Expression.Membership it) {
            List<Term<Situation>> listed = it.values().stream()
                    .flatMap(value -> values.bind(value).stream())
                    .toList();
            this.left = values.bind(it.element());
            this.needed = it.negated() == atom.wanted() ? RuleReading.Relation.NOT_IN : RuleReading.Relation.IN;
            this.right = situation ->
                    listed.stream().map(term -> term.value(situation)).toList();
        } else {
            this.left = values.bind(atom.expression());
            this.needed = atom.wanted() ? RuleReading.Relation.EQUAL : RuleReading.Relation.UNEQUAL;
            this.right = situation -> true;
        }
    }

    private Optional<SchemaField> field(Expression part, FactFields fields) {
        if (part instanceof Expression.Field it) {
            return fields.schema().field(atom.fact(), it.name());
        }
        return part instanceof Expression.Variable it
                ? fields.schema().bound(atom.rule(), it.name())
                : Optional.empty();
    }

    RuleReading.ConditionReading explain(WorkingFacts company, Situation situation) {
        SortedMap<String, Object> read = new TreeMap<>();
        reads.forEach((id, term) -> read.put(id, term.value(situation)));
        Object value = value(left, situation);
        Object other = right.apply(situation);
        boolean held = query.isTrue(company);
        boolean met = held == atom.wanted();
        return new RuleReading.ConditionReading(
                atom.textWithFact(),
                Collections.unmodifiableSortedMap(read),
                value,
                held,
                met,
                atom.alternative(),
                other == null ? null : new Need(needed, other),
                !met && value instanceof Double has && other instanceof Double wants ? Math.abs(wants - has) : null);
    }

    private static @Nullable Object value(Optional<Term<Situation>> term, Situation situation) {
        return term.map(it -> it.value(situation)).orElse(null);
    }
}
