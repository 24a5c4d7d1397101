package org.hashwise.rulebook.language;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Extent;
import org.hashwise.advice.Strategy;
import org.hashwise.economics.JurisdictionGrade.Grade;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.language.Consequence.Argument;
import org.hashwise.rulebook.language.ConsequenceForm.Slot;
import org.hashwise.rulebook.language.FactSchema.FieldType;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Checker of the {@code then} part of one rule. */
final class ConsequenceChecker {

    private static final List<String> STRENGTHS = names(Strength.values());
    private static final List<String> EXTENTS = names(Extent.values());
    private static final List<String> GRADES = names(Grade.values());
    private static final List<String> USES = List.of("MINING", "NEW_MINING", "AI");
    private static final List<String> VIABILITIES = List.of("VIABLE", "BLOCKED");
    private static final Interval TAXES = Interval.between(0, 1);

    private final RuleScope scope;
    private final Collection<String> schedules;
    private final Map<String, FieldType> variables;

    ConsequenceChecker(RuleScope scope, Collection<String> schedules, Map<String, FieldType> variables) {
        this.scope = scope;
        this.schedules = schedules;
        this.variables = variables;
    }

    private static List<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    void check(Consequence consequence) {
        String name = consequence.name();
        ConsequenceForm form = ConsequenceForm.of(name, scope.role());
        if (form == null) {
            String suggestion = Suggestion.near(name, ConsequenceForm.names(scope.role()));
            if (ConsequenceForm.of(name, RuleRole.PLAUSIBILITY) != null) {
                scope.error(Code.WRONG_TOPIC, consequence.position(), "", name, "plausibility");
            } else {
                scope.error(Code.UNKNOWN_CONSEQUENCE, consequence.position(), suggestion, name);
            }
            return;
        }
        if (form == ConsequenceForm.DOUBT) {
            new DoubtChecker(scope).check(consequence);
            return;
        }
        List<Slot> slots = form.slots();
        if (slots.size() != consequence.arguments().size()) {
            scope.error(Code.RULE_SYNTAX, consequence.position(), "", form.shape(), name + "( … )");
            return;
        }
        for (int i = 0; i < slots.size(); i++) {
            checkArgument(slots.get(i), consequence.arguments().get(i));
        }
    }

    private void checkArgument(Slot slot, Argument argument) {
        String given = argument.text();
        if (argument.kind() == Argument.ArgumentType.VARIABLE) {
            checkVariable(slot, argument);
        } else if (slot == Slot.TAX && argument.kind() == Argument.ArgumentType.NUMBER) {
            double tax = Double.parseDouble(given);
            if (!TAXES.contains(tax)) {
                scope.error(Code.OUT_OF_RANGE, argument.position(), "", given, TAXES.low(), TAXES.high());
            }
        } else if (!fits(slot, argument)) {
            Code code = switch (slot) {
                case STRATEGY -> Code.UNKNOWN_STRATEGY;
                case TAX -> Code.UNKNOWN_SCHEDULE;
                default -> Code.UNKNOWN_VALUE;
            };
            boolean excused = slot == Slot.TAX && scope.lacksParameters();
            if (!excused) {
                scope.error(code, argument.position(), Suggestion.near(given, known(slot)), given);
            }
        }
    }

    // Words are bare; only the name of a schedule may be quoted, because it may hold a hyphen.
    private boolean fits(Slot slot, Argument argument) {
        boolean word = argument.kind() == Argument.ArgumentType.WORD
                || (argument.kind() == Argument.ArgumentType.QUOTED && slot == Slot.TAX);
        return word && known(slot).contains(argument.text());
    }

    private void checkVariable(Slot slot, Argument argument) {
        String given = argument.text();
        FieldType type = variables.get(given);
        FieldType wanted = slot == Slot.STRATEGY ? FieldType.TEXT : slot == Slot.POINTS ? FieldType.NUMBER : null;
        if (type == null) {
            scope.error(Code.UNKNOWN_VARIABLE, argument.position(), Suggestion.near(given, variables.keySet()), given);
        } else if (type != wanted || scope.role() != RuleRole.DECISION) {
            scope.error(Code.UNKNOWN_VALUE, argument.position(), Suggestion.oneOf(known(slot)), given);
        }
    }

    private Collection<String> known(Slot slot) {
        return switch (slot) {
            case STRATEGY -> Strategy.names();
            case STRENGTH -> STRENGTHS;
            case EXTENT -> EXTENTS;
            case VIABILITY -> VIABILITIES;
            case USE -> USES;
            case GRADE -> GRADES;
            case TAX -> schedules;
            case POINTS, QUESTIONS -> List.of();
        };
    }
}
