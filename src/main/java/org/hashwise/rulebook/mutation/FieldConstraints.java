package org.hashwise.rulebook.mutation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hashwise.rulebook.language.Atom;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.Expression.Comparison;
import org.hashwise.rulebook.language.Expression.Membership;
import org.hashwise.rulebook.language.ExpressionEvaluator;
import org.hashwise.rulebook.language.ExpressionEvaluator.Names;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.language.Term;

/** The constraints of a rule on single fields: comparisons of one field with fixed values. */
final class FieldConstraints {

    private final FactSchema schema;
    private final Map<String, Double> thresholds;

    FieldConstraints(RulebookContents contents) {
        this.schema = new FactSchema(contents.questionnaire());
        this.thresholds = contents.thresholds();
    }

    /** The demands of a rule on one kind of fact. */
    List<Atom> on(String fact, Rule rule) {
        return Atom.in(rule).stream()
                .filter(atom -> atom.fact().equals(fact) && field(atom).isPresent())
                .toList();
    }

    /** The demands of a rule on one field. */
    List<Atom> on(String fact, String field, Rule rule) {
        return on(fact, rule).stream()
                .filter(atom -> field(atom).filter(field::equals).isPresent())
                .toList();
    }

    /** The name of the field; empty when a condition does not compare one field with fixed values. */
    Optional<String> field(Atom atom) {
        Expression read = atom.expression();
        if (read instanceof Comparison it && constant(it.right()).isPresent()) {
            read = it.left();
        } else if (read instanceof Membership it) {
            read = it.element();
        }
        return read instanceof Expression.Field field ? Optional.of(field.name()) : Optional.empty();
    }

    /** A fixed value; empty when it is none. */
    Optional<Object> constant(Expression expression) {
        return ExpressionEvaluator.constant(expression, thresholds);
    }

    /** Returns whether all demands are met. */
    boolean areMet(List<Atom> constraints, Function<String, Object> valueOfField) {
        return constraints.stream().allMatch(atom -> isMet(atom, valueOfField));
    }

    private boolean isMet(Atom atom, Function<String, Object> valueOfField) {
        ExpressionEvaluator<Function<String, Object>> evaluator = new ExpressionEvaluator<>(thresholds, new Names<>() {
            @Override
            public Optional<Term<Function<String, Object>>> field(String name) {
                return schema.field(atom.fact(), name)
                        .map(field -> Term.reading(field.type(), values -> values.apply(name)));
            }
        });
        return evaluator.constraint(atom.expression()).test(valueOfField) == atom.wanted();
    }
}
