package org.hashwise.rulebook.language;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.language.FactSchema.Type;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Checker of the {@code when} part of one rule. */
final class ConditionChecker {

    private static final List<String> FOLDS =
            Arrays.stream(Aggregate.values()).map(Aggregate::symbol).toList();

    /** Facts of which there are as many as rules: each further pattern multiplies the combinations that are matched. */
    private static final Set<String> MANY = Set.of("Evidence", "Gate");

    private static final int MOST_OF_MANY = 2;

    /** Numbers that are no judgement: nothing, one whole, months of a year, per cent. */
    private static final Set<Double> NATURAL = Set.of(0.0, 1.0, 12.0, 100.0);

    private final FactSchema schema;
    private final Collection<String> thresholds;
    private final Problems problems;
    private final String rule;
    private final RuleRole role;
    private final Set<String> answers;
    private int manyFacts;

    /** @param answers ids of questions that were answered wherever the rule fires */
    ConditionChecker(
            FactSchema schema,
            Collection<String> thresholds,
            Problems problems,
            String rule,
            RuleRole role,
            Set<String> answers) {
        this.schema = schema;
        this.thresholds = thresholds;
        this.problems = problems;
        this.rule = rule;
        this.role = role;
        this.answers = answers;
    }

    /** @param variables what the conditions above have named; what this one names is added */
    void check(Condition condition, Map<String, Type> variables) {
        if (condition instanceof Condition.Pattern pattern) {
            checkPattern(pattern, variables);
            if (MANY.contains(pattern.fact()) && ++manyFacts > MOST_OF_MANY) {
                error(Code.TOO_COMPLEX, pattern.position(), "accumulate");
            }
        } else if (condition instanceof Condition.Accumulate accumulate) {
            if (role != RuleRole.DECISION) {
                error(Code.WRONG_TOPIC, accumulate.position(), "", "accumulate", "recommendation");
            }
            checkAccumulate(accumulate, variables);
        } else if (condition instanceof Condition.And together) {
            together.operands().forEach(part -> check(part, variables));
        } else { // what is named inside may not exist, so nothing outside can use it
            condition.parts().forEach(part -> check(part, new LinkedHashMap<>(variables)));
        }
    }

    private void checkPattern(Condition.Pattern pattern, Map<String, Type> variables) {
        String fact = pattern.fact();
        if (!schema.has(fact)) {
            if (!schema.isDoubtful(fact, "")) {
                error(Code.UNKNOWN_FACT, pattern.position(), Suggestion.near(fact, schema.facts()), fact);
            }
            // What it names is known all the same, so that its mistake is reported once.
            pattern.bindings().forEach(binding -> variables.putIfAbsent(binding.variable(), Type.NUMBER));
            return;
        }
        if (FactSchema.DECISION_FACTS.contains(fact) && role != RuleRole.DECISION) {
            error(Code.WRONG_TOPIC, pattern.position(), "", fact, "recommendation");
        }
        if (fact.equals(FactSchema.CHECK) && role != RuleRole.PLAUSIBILITY) {
            error(Code.WRONG_TOPIC, pattern.position(), "", fact, "plausibility");
        }
        if (fact.equals(FactSchema.JURISDICTION) != (role == RuleRole.GRADING)) {
            error(Code.WRONG_TOPIC, pattern.position(), "", fact, "regulation");
        }
        TypeChecker types = new TypeChecker(schema, thresholds, problems, fact, rule, answers, variables);
        pattern.bindings().forEach(types::bind);
        pattern.constraints().forEach(types::checkConstraint);
        if (role == RuleRole.POLICY || role == RuleRole.PLAUSIBILITY) {
            pattern.constraints().forEach(constraint -> constraint.walk(this::checkNamed));
        }
    }

    // A number without a name has no source and no review date, and is repeated in each rule.
    private void checkNamed(Expression part) {
        if (part instanceof Expression.NumberValue number
                && !NATURAL.contains(number.value())
                && !number.position().isCell()) {
            String named = Messages.of("suggestion.threshold");
            problems.warning(Code.BARE_NUMBER, number.position(), rule, named, number.value());
        }
    }

    private void checkAccumulate(Condition.Accumulate accumulate, Map<String, Type> variables) {
        Map<String, Type> inside = new LinkedHashMap<>(variables);
        checkPattern(accumulate.source(), inside);
        accumulate.folds().forEach(fold -> checkFold(fold, inside, variables));
        TypeChecker types = new TypeChecker(schema, thresholds, problems, "", rule, answers, variables);
        accumulate.constraints().forEach(types::checkConstraint);
    }

    private void checkFold(Condition.Fold fold, Map<String, Type> inside, Map<String, Type> variables) {
        String function = fold.function();
        String argument = fold.argument();
        Optional<Aggregate> aggregate = Aggregate.of(function);
        if (aggregate.isEmpty()) {
            error(Code.UNKNOWN_CONSEQUENCE, fold.position(), Suggestion.near(function, FOLDS), function);
        } else if ((aggregate.get() == Aggregate.COUNT) != argument.isEmpty()) {
            String shape = argument.isEmpty() ? function + "( $number )" : "count()";
            error(Code.RULE_SYNTAX, fold.position(), "", shape, function + "( " + argument + " )");
        }
        if (!argument.isEmpty() && !inside.containsKey(argument)) {
            error(Code.UNKNOWN_VARIABLE, fold.position(), Suggestion.near(argument, inside.keySet()), argument);
        } else if (!argument.isEmpty() && inside.get(argument) != Type.NUMBER) {
            error(Code.RULE_SYNTAX, fold.position(), "", function + "( $number )", argument);
        }
        new TypeChecker(schema, thresholds, problems, "", rule, answers, variables)
                .name(fold.variable(), Type.NUMBER, fold.position());
    }

    private void error(Code code, Position position, String suggestion, Object... arguments) {
        problems.error(code, position, rule, suggestion, arguments);
    }
}
