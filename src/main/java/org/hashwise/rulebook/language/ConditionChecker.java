package org.hashwise.rulebook.language;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.language.FactSchema.FieldType;
import org.hashwise.rulebook.model.Aggregate;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Checker of the {@code when} part of one rule. */
final class ConditionChecker {

    /** Facts of which there are as many as rules: each further pattern multiplies the combinations that are matched. */
    private static final Set<String> MANY = Set.of("Evidence", "Gate");

    private static final int MOST_OF_MANY = 2;

    /** Numbers that are no judgement: nothing, one whole, months of a year, per cent. */
    private static final Set<Double> NATURAL = Set.of(0.0, 1.0, 12.0, 100.0);

    private final RuleScope scope;
    private int manyFacts;

    ConditionChecker(RuleScope scope) {
        this.scope = scope;
    }

    /** @param variables what the conditions above have named; what this one names is added */
    void check(Condition condition, Map<String, FieldType> variables) {
        if (condition instanceof Condition.Pattern pattern) {
            checkPattern(pattern, variables);
            if (MANY.contains(pattern.fact()) && ++manyFacts > MOST_OF_MANY) {
                scope.error(Code.TOO_COMPLEX, pattern.position(), "accumulate");
            }
        } else if (condition instanceof Condition.Accumulate accumulate) {
            if (scope.role() != RuleRole.DECISION) {
                scope.error(Code.WRONG_TOPIC, accumulate.position(), "", "accumulate", "recommendation");
            }
            checkAccumulate(accumulate, variables);
        } else if (condition instanceof Condition.And together) {
            together.operands().forEach(part -> check(part, variables));
        } else { // what is named inside may not exist, so nothing outside can use it
            condition.parts().forEach(part -> check(part, new LinkedHashMap<>(variables)));
        }
    }

    private void checkPattern(Condition.Pattern pattern, Map<String, FieldType> variables) {
        String fact = pattern.fact();
        if (!scope.schema().has(fact)) {
            if (!scope.schema().isDoubtful(fact, "")) {
                scope.error(
                        Code.UNKNOWN_FACT,
                        pattern.position(),
                        Suggestion.near(fact, scope.schema().facts()),
                        fact);
            }
            // What it names is known all the same, so that its mistake is reported once.
            pattern.bindings().forEach(binding -> variables.putIfAbsent(binding.variable(), FieldType.NUMBER));
            return;
        }
        if (FactSchema.DECISION_FACTS.contains(fact) && scope.role() != RuleRole.DECISION) {
            scope.error(Code.WRONG_TOPIC, pattern.position(), "", fact, "recommendation");
        }
        if (fact.equals(FactSchema.CHECK) && scope.role() != RuleRole.PLAUSIBILITY) {
            scope.error(Code.WRONG_TOPIC, pattern.position(), "", fact, "plausibility");
        }
        if (fact.equals(FactSchema.JURISDICTION) != (scope.role() == RuleRole.GRADING)) {
            scope.error(Code.WRONG_TOPIC, pattern.position(), "", fact, "regulation");
        }
        TypeChecker types = new TypeChecker(scope, fact, variables);
        pattern.bindings().forEach(types::bind);
        pattern.constraints().forEach(types::checkConstraint);
        if (scope.role() == RuleRole.POLICY || scope.role() == RuleRole.PLAUSIBILITY) {
            pattern.constraints().forEach(constraint -> constraint.walk(this::checkNamed));
        }
    }

    // A number without a name has no source and no review date, and is repeated in each rule.
    private void checkNamed(Expression part) {
        if (part instanceof Expression.NumberValue number
                && !NATURAL.contains(number.value())
                && !number.position().isCell()) {
            String named = Messages.of("suggestion.threshold");
            scope.problems().warning(Code.BARE_NUMBER, number.position(), scope.rule(), named, number.value());
        }
    }

    private void checkAccumulate(Condition.Accumulate accumulate, Map<String, FieldType> variables) {
        Map<String, FieldType> inside = new LinkedHashMap<>(variables);
        checkPattern(accumulate.source(), inside);
        accumulate.folds().forEach(fold -> checkFold(fold, inside, variables));
        TypeChecker types = new TypeChecker(scope, "", variables);
        accumulate.constraints().forEach(types::checkConstraint);
    }

    private void checkFold(Condition.Fold fold, Map<String, FieldType> inside, Map<String, FieldType> variables) {
        Aggregate function = fold.function();
        String argument = fold.argument();
        if ((function == Aggregate.COUNT) != argument.isEmpty()) {
            String shape = argument.isEmpty() ? function + "( $number )" : "count()";
            scope.error(Code.RULE_SYNTAX, fold.position(), "", shape, function + "( " + argument + " )");
        }
        if (!argument.isEmpty() && !inside.containsKey(argument)) {
            scope.error(Code.UNKNOWN_VARIABLE, fold.position(), Suggestion.near(argument, inside.keySet()), argument);
        } else if (!argument.isEmpty() && inside.get(argument) != FieldType.NUMBER) {
            scope.error(Code.RULE_SYNTAX, fold.position(), "", function + "( $number )", argument);
        }
        new TypeChecker(scope, "", variables).name(fold.variable(), FieldType.NUMBER, fold.position());
    }
}
