package org.hashwise.rulebook.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.hashwise.advice.Comparisons;
import org.hashwise.advice.DecisionThreshold;
import org.hashwise.advice.Requirement;
import org.hashwise.advice.Situation;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.Condition.Pattern;
import org.hashwise.rulebook.language.Consequence;
import org.hashwise.rulebook.language.ConsequenceForm;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.ExpressionEvaluator;
import org.hashwise.rulebook.language.ExpressionText;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.language.Term;

/**
 * The numeric comparisons in the conditions of rules that bear on the decision, found in their syntax. Whether a condition holds is never
 * judged by this: the places say only where it is worth asking the engine again.
 */
public final class DecidingComparisons {

    private final ConditionEvaluator conditions;
    private final Map<String, DecisionThreshold> found = new LinkedHashMap<>();

    private DecidingComparisons(RulebookContents contents) {
        this.conditions = new ConditionEvaluator(contents.questionnaire(), contents.thresholds());
    }

    /** Every comparison of numbers of the company, once, in the order of the rules. */
    public static Comparisons of(RulebookContents contents) {
        DecidingComparisons comparisons = new DecidingComparisons(contents);
        List<Comparisons.DecidingRule> rules = new ArrayList<>();
        for (Rule rule : contents.policy()) {
            if (rule.consequences().stream().anyMatch(DecidingComparisons::decides)) {
                rules.add(comparisons.of(rule));
            }
        }
        contents.decision().forEach(rule -> rules.add(comparisons.of(rule)));
        return new Comparisons(rules);
    }

    private static boolean decides(Consequence consequence) {
        ConsequenceForm form = ConsequenceForm.of(consequence.name(), RuleRole.POLICY);
        return form == null || form.decides();
    }

    private Comparisons.DecidingRule of(Rule rule) {
        List<DecisionThreshold> thresholds = new ArrayList<>();
        rule.walk(condition -> {
            if (condition instanceof Pattern pattern) {
                collect(pattern, rule, thresholds);
            }
        });
        List<Requirement> requirements = new ArrayList<>();
        rule.conditions().forEach(condition -> require(condition, rule, requirements));
        return new Comparisons.DecidingRule(requirements, thresholds);
    }

    // Each pattern of a company matches one fact, so that all its constraints are required. Alternatives and negations
    // are left out.
    private void require(Condition condition, Rule rule, List<Requirement> requirements) {
        if (condition instanceof Condition.And it) {
            it.operands().forEach(part -> require(part, rule, requirements));
        } else if (condition instanceof Pattern pattern && FactSchema.isCompany(pattern.fact())) {
            ExpressionEvaluator<Situation> values = conditions.values(pattern, rule);
            for (Expression constraint : pattern.constraints()) {
                if (values.bind(constraint).orElse(null) instanceof Term.YesNo<Situation> term) {
                    requirements.add(new Requirement(
                            term.reader(), reads(pattern, constraint, rule), conditions.questionnaire()));
                }
            }
        }
    }

    private void collect(Pattern pattern, Rule rule, List<DecisionThreshold> thresholds) {
        ExpressionEvaluator<Situation> values = conditions.values(pattern, rule);
        pattern.constraints()
                .forEach(constraint -> constraint.walk(part -> {
                    if (part instanceof Expression.Comparison it) {
                        values.gap(it.left(), it.right())
                                .ifPresent(gap -> thresholds.add(threshold(pattern, it.left(), it.right(), rule, gap)));
                    } else if (part instanceof Expression.Membership it) {
                        it.values()
                                .forEach(value -> values.gap(it.element(), value)
                                        .ifPresent(gap ->
                                                thresholds.add(threshold(pattern, it.element(), value, rule, gap))));
                    }
                }));
    }

    private DecisionThreshold threshold(
            Pattern pattern, Expression left, Expression right, Rule rule, ToDoubleFunction<Situation> gap) {
        Set<String> reads = new HashSet<>();
        StringBuilder text = new StringBuilder();
        for (Expression side : List.of(left, right)) {
            text.append(pattern.fact())
                    .append('.')
                    .append(ExpressionText.of(side))
                    .append(' ');
            // The name of a variable means another field in another rule, so it is written out.
            side.walk(part -> {
                if (part instanceof Expression.Variable it) {
                    conditions
                            .fields()
                            .schema()
                            .bound(rule, it.name())
                            .ifPresent(field -> text.append(field.id()).append(' '));
                }
            });
            reads.addAll(reads(pattern, side, rule));
        }
        return found.computeIfAbsent(
                text.toString(), first -> new DecisionThreshold(gap, reads, conditions.questionnaire()));
    }

    /** The ids of the figures that an expression reads. */
    private Set<String> reads(Pattern pattern, Expression expression, Rule rule) {
        FactSchema schema = conditions.fields().schema();
        Set<String> reads = new HashSet<>();
        expression.walk(part -> {
            if (part instanceof Expression.Field it) {
                schema.field(pattern.fact(), it.name()).ifPresent(field -> reads.add(field.id()));
            } else if (part instanceof Expression.Variable it) {
                schema.allBound(rule, it.name()).forEach(field -> reads.add(field.id()));
            }
        });
        return reads;
    }
}
