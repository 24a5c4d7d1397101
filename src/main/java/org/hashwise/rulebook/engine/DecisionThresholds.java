package org.hashwise.rulebook.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.DecisionThreshold;
import org.hashwise.advice.Situation;
import org.hashwise.rulebook.language.Condition.Pattern;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.ExpressionEvaluator;
import org.hashwise.rulebook.language.ExpressionText;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.language.Term;

/**
 * Finds the numbers at which rules may change their mind in the syntax of the rules. Whether a condition holds is never
 * judged by this: the places say only where it is worth asking the engine again.
 */
public final class DecisionThresholds {

    private final FactFields fields;
    private final Map<String, Double> thresholds;
    private final Map<String, DecisionThreshold> found = new LinkedHashMap<>();

    private DecisionThresholds(RulebookContents contents) {
        this.fields = new FactFields(contents.questionnaire());
        this.thresholds = contents.thresholds();
    }

    /** Every comparison of numbers of the company, once, in the order of the rules. */
    public static List<DecisionThreshold> of(RulebookContents contents) {
        DecisionThresholds points = new DecisionThresholds(contents);
        for (Rule rule : contents.rules()) {
            rule.walk(condition -> {
                if (condition instanceof Pattern pattern) {
                    points.collect(pattern, rule);
                }
            });
        }
        return List.copyOf(points.found.values());
    }

    private void collect(Pattern pattern, Rule rule) {
        Comparisons comparisons = new Comparisons(
                pattern.fact(), new ExpressionEvaluator<>(thresholds, fields.namesAt(pattern, rule)), rule);
        pattern.constraints().forEach(constraint -> constraint.walk(comparisons::collect));
    }

    /** Those of one pattern. */
    private final class Comparisons {

        private final String fact;
        private final ExpressionEvaluator<Situation> evaluator;
        private final Rule rule;

        Comparisons(String fact, ExpressionEvaluator<Situation> evaluator, Rule rule) {
            this.fact = fact;
            this.evaluator = evaluator;
            this.rule = rule;
        }

        void collect(Expression part) {
            if (part instanceof Expression.Comparison it) {
                add(it.left(), it.right());
            } else if (part instanceof Expression.Membership it) {
                it.values().forEach(value -> add(it.element(), value));
            }
        }

        private void add(Expression left, Expression right) {
            evaluator
                    .number(left)
                    .flatMap(minuend -> evaluator.number(right).map(subtrahend -> gap(minuend, subtrahend)))
                    .ifPresent(gap -> found.putIfAbsent(text(left) + " - " + text(right), gap));
        }

        // The name of a variable means another field in another rule, so it is written out.
        private String text(Expression expression) {
            StringBuilder text = new StringBuilder(fact).append('.').append(ExpressionText.of(expression));
            expression.walk(part -> {
                if (part instanceof Expression.Variable it) {
                    text.append(' ')
                            .append(fields.schema()
                                    .bound(rule, it.name())
                                    .map(FactSchema.Field::id)
                                    .orElse(""));
                }
            });
            return text.toString();
        }
    }

    private static DecisionThreshold gap(Term.Number<Situation> minuend, Term.Number<Situation> subtrahend) {
        return situation ->
                minuend.reader().applyAsDouble(situation) - subtrahend.reader().applyAsDouble(situation);
    }
}
