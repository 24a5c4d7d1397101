package org.hashwise.rulebook.explanation;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.RuleReading.Need;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.engine.FactFields;
import org.hashwise.rulebook.language.Atom;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.FactSchema.Field;
import org.hashwise.rulebook.language.Operator;
import org.hashwise.rulebook.testing.ConditionReading;
import org.jspecify.annotations.Nullable;

/** Puts what the engine said about one condition into the words of the advice. */
final class ConditionText {

    private final FactSchema vocabulary;
    private final FactFields fields;

    ConditionText(Questionnaire questionnaire) {
        this.vocabulary = new FactSchema(questionnaire);
        this.fields = new FactFields(questionnaire);
    }

    RuleReading.Condition of(ConditionReading reading, Situation situation) {
        Atom atom = reading.atom();
        Need need = need(reading);
        return new RuleReading.Condition(
                atom.textWithFact(),
                reads(atom, situation),
                reading.value(),
                reading.held(),
                reading.isMet(),
                atom.alternative(),
                need,
                reading.isMet() || need == null ? null : missedBy(reading.value(), need));
    }

    private static @Nullable Need need(ConditionReading reading) {
        Atom atom = reading.atom();
        Object other = reading.comparedWith();
        RuleReading.Operator needed;
        if (atom.expression() instanceof Expression.Comparison it) {
            needed = name(atom.wanted() ? it.operator() : it.operator().negate());
        } else if (atom.expression() instanceof Expression.Membership it) {
            needed = it.negated() == atom.wanted() ? RuleReading.Operator.NOT_IN : RuleReading.Operator.IN;
        } else {
            needed = name(atom.wanted() ? Operator.EQUAL : Operator.UNEQUAL);
            other = true;
        }
        return other == null ? null : new Need(needed, other);
    }

    private static RuleReading.Operator name(Operator operator) {
        return switch (operator) {
            case EQUAL -> RuleReading.Operator.EQUAL;
            case UNEQUAL -> RuleReading.Operator.UNEQUAL;
            case BELOW -> RuleReading.Operator.BELOW;
            case AT_MOST -> RuleReading.Operator.AT_MOST;
            case ABOVE -> RuleReading.Operator.ABOVE;
            case AT_LEAST -> RuleReading.Operator.AT_LEAST;
        };
    }

    private static @Nullable Double missedBy(@Nullable Object value, Need need) {
        return value instanceof Double has && need.value() instanceof Double wants ? Math.abs(wants - has) : null;
    }

    private SortedMap<String, Object> reads(Atom atom, Situation situation) {
        SortedMap<String, Object> reads = new TreeMap<>();
        atom.expression()
                .walk(part -> field(atom, part)
                        .ifPresent(field -> fields.value(field.id())
                                .ifPresent(term -> reads.put(field.id(), term.value(situation)))));
        return Collections.unmodifiableSortedMap(reads);
    }

    private Optional<Field> field(Atom atom, Expression part) {
        if (part instanceof Expression.Field it) {
            return vocabulary.field(atom.fact(), it.name());
        }
        return part instanceof Expression.Variable it ? vocabulary.bound(atom.rule(), it.name()) : Optional.empty();
    }
}
