package org.hashwise.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Strategy;
import org.hashwise.rulebook.engine.PolicyEffect;
import org.hashwise.rulebook.language.Condition.Accumulate;
import org.hashwise.rulebook.language.Condition.Fold;
import org.hashwise.rulebook.language.Condition.Pattern;
import org.hashwise.rulebook.language.Expression.Comparison;
import org.hashwise.rulebook.language.Expression.Field;
import org.hashwise.rulebook.language.Expression.NumberValue;
import org.hashwise.rulebook.language.Expression.TextValue;
import org.hashwise.rulebook.language.Expression.Variable;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.model.Aggregate;

/**
 * Turns sums and counts over the evidence into running totals: which evidence counts where is known when the program is
 * written, and a programmer would add it up on the way. Each has one place for every strategy.
 */
final class Accumulators {

    private final List<Total> totals = new ArrayList<>();

    /** @param of what each strategy's place takes in: the constraints on the evidence, in a fixed form */
    private record Total(boolean counts, List<String> of, List<Expression> constraints) {}

    /** Java that reads the total, for the strategy that a variable of the source stands for. */
    String read(Accumulate condition, Fold fold, Map<String, JavaTerm> variables) {
        Pattern source = condition.source();
        boolean sums = fold.function() == Aggregate.SUM
                && source.bindings().stream()
                        .anyMatch(binding -> binding.variable().equals(fold.argument())
                                && binding.field().equals("points"));
        if (!source.fact().equals("Evidence") || !(sums || fold.function() == Aggregate.COUNT)) {
            throw new IllegalArgumentException(condition.toString());
        }
        String strategy = "0";
        for (Expression constraint : source.constraints()) {
            if (((Comparison) constraint).right() instanceof Variable it) {
                strategy = variables.get(it.name()).code();
            }
        }
        List<String> of = source.constraints().stream().map(Accumulators::text).toList();
        Total total = new Total(!sums, of, source.constraints());
        int place = -1;
        for (int i = 0; i < totals.size(); i++) {
            place = totals.get(i).of().equals(of) && totals.get(i).counts() == !sums ? i : place;
        }
        if (place < 0) {
            place = totals.size();
            totals.add(total);
        }
        return "t.sums[" + place * Strategy.values().length + " + " + strategy + "]";
    }

    /** The number of places that the totals need. */
    int places() {
        return totals.size() * Strategy.values().length;
    }

    /** Java that adds a piece of evidence to the totals that it belongs to. */
    String add(PolicyEffect effect) {
        StringBuilder java = new StringBuilder();
        for (int i = 0; i < totals.size(); i++) {
            Total total = totals.get(i);
            for (Strategy strategy : Strategy.values()) {
                boolean own = total.constraints().stream()
                        .anyMatch(constraint -> ((Comparison) constraint).right() instanceof Variable);
                boolean here = own || strategy.ordinal() == 0;
                if (here && total.constraints().stream().allMatch(it -> holds(it, effect, strategy))) {
                    int place = i * Strategy.values().length + strategy.ordinal();
                    int amount = total.counts() ? 1 : effect.points();
                    java.append("            t.sums[" + place + "] += " + amount + ";\n");
                }
            }
        }
        return java.toString();
    }

    private static String text(Expression constraint) {
        Comparison it = (Comparison) constraint;
        Object right = it.right() instanceof Variable ? "the strategy" : value(it.right());
        return ((Field) it.left()).name() + " " + it.operator() + " " + right;
    }

    private static Object value(Expression expression) {
        if (expression instanceof NumberValue it) {
            return it.value();
        } else if (expression instanceof TextValue it) {
            return it.value();
        }
        throw new IllegalArgumentException(expression.toString());
    }

    private static boolean holds(Expression constraint, PolicyEffect effect, Strategy strategy) {
        Comparison it = (Comparison) constraint;
        Object right = it.right() instanceof Variable ? strategy.name() : value(it.right());
        String field = ((Field) it.left()).name();
        if (field.equals("strategy")) {
            return it.operator().test(effect.strategy().name(), right);
        }
        double left = field.equals("strength") ? effect.strength() : effect.points();
        return it.operator().test(left, (double) (Double) right);
    }
}
