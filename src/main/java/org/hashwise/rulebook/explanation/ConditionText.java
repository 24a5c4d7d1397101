package org.hashwise.rulebook.explanation;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.RuleReading.Need;
import org.hashwise.advice.RuleReading.Operator;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.language.Atom;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.FactSchema.Field;
import org.hashwise.rulebook.testing.ConditionReading;
import org.hashwise.rulebook.testing.Operands;
import org.jspecify.annotations.Nullable;

/** Puts what the engine said about one condition into the words of the advice. */
final class ConditionText {

    private static final Map<String, Operator> OPERATORS = Map.of(
            "==", Operator.EQUAL,
            "!=", Operator.UNEQUAL,
            "<", Operator.BELOW,
            "<=", Operator.AT_MOST,
            ">", Operator.ABOVE,
            ">=", Operator.AT_LEAST);

    private final FactSchema vocabulary;

    ConditionText(Questionnaire questionnaire) {
        this.vocabulary = new FactSchema(questionnaire);
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
        Operator operator;
        Object other = reading.comparedWith();
        if (atom.expression() instanceof Expression.Comparison it) {
            operator = OPERATORS.getOrDefault(it.operator(), Operator.EQUAL);
        } else if (atom.expression() instanceof Expression.Membership it) {
            operator = it.negated() ? Operator.NOT_IN : Operator.IN;
        } else {
            operator = Operator.EQUAL;
            other = true;
        }
        return other == null ? null : new Need(atom.wanted() ? operator : operator.opposite(), other);
    }

    private static @Nullable Double missedBy(@Nullable Object value, Need need) {
        return value instanceof Double has && need.value() instanceof Double wants ? Math.abs(wants - has) : null;
    }

    private SortedMap<String, Object> reads(Atom atom, Situation situation) {
        SortedMap<String, Object> reads = new TreeMap<>();
        atom.expression()
                .walk(part -> field(atom, part)
                        .ifPresent(field -> Operands.value(field.id(), situation)
                                .ifPresent(value -> reads.put(field.id(), value))));
        return Collections.unmodifiableSortedMap(reads);
    }

    private Optional<Field> field(Atom atom, Expression part) {
        if (part instanceof Expression.Field it) {
            return vocabulary.field(atom.fact(), it.name());
        }
        return part instanceof Expression.Variable it ? vocabulary.bound(atom.rule(), it.name()) : Optional.empty();
    }
}
