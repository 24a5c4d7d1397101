package org.hashwise.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.hashwise.advice.Situation;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.bytecode.BulkEvaluator;
import org.hashwise.rulebook.bytecode.BulkRules;
import org.hashwise.rulebook.engine.DroolsEngine;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.language.RulebookContents;

/**
 * Cost with half and with several times the rules. Further rules are the shipped ones under other ids, which the engine does not
 * know for the same; the baseline is that of the shipped rules, multiplied.
 */
final class GrowthFigures {

    private static final double[] FACTORS = {1, 0.5, 2, 5, 10};

    /** Rulebooks that run before any is measured: with only one, the virtual machine inlines its code into the measurement. */
    private static final double[] FACTORS_BEFORE = {0.1, 0.2, 0.3};

    /** Growth in proportion, and a tenth for the inaccuracy of a measurement. */
    private static final double LINEAR = 1.1;

    private static final double MICROS_PER_MILLI = 1_000;

    /** Each rulebook is other machine code, which the virtual machine makes of what has run often. */
    private static final int WARM_UP = 100;

    private static final String MICROS = "µs";
    private static final String MILLIS = "ms";

    private final FigureTable table;
    private final List<Situation> companies = Companies.withSampled(100);

    /** As many that the processor cannot learn the branches of each; a verdict in bulk takes hardly longer than a branch mistaken. */
    private final List<Situation> many = Companies.sampled(2_000);

    private Cost once = new Cost(0, 0, 0);

    GrowthFigures(FigureTable table) {
        this.table = table;
    }

    void measure() {
        RulebookContents shipped = ShippedRules.contents();
        for (double factor : FACTORS_BEFORE) {
            cost(shipped.with(RuleRole.POLICY, times(shipped.policy(), factor)));
        }
        for (double factor : FACTORS) {
            measure(factor, shipped.with(RuleRole.POLICY, times(shipped.policy(), factor)));
        }
    }

    private static List<Rule> times(List<Rule> rules, double factor) {
        List<Rule> all = new ArrayList<>();
        int count = (int) (rules.size() * factor);
        for (int i = 0; i < count; i++) {
            Rule rule = rules.get(i % rules.size());
            String name = rule.id() + "-" + i;
            all.add(new Rule(name, rule.metadata(), rule.conditions(), rule.consequences(), rule.position()));
        }
        return all;
    }

    /** Times of one rulebook: of a verdict and one in bulk in microseconds, of compiling in milliseconds. */
    private record Cost(double verdict, double bulk, double compiling) {}

    private Cost cost(RulebookContents contents) {
        long start = System.nanoTime();
        DroolsEngine rules = DroolsEngine.of(contents);
        double compiling = (System.nanoTime() - start) / MICROS_PER_MILLI / MICROS_PER_MILLI;
        double engine = micros(companies, rules::evaluate);
        rules.close();
        BulkEvaluator evaluator = BulkRules.of(contents).evaluator();
        return new Cost(engine, micros(many, evaluator::evaluate), compiling);
    }

    private void measure(double factor, RulebookContents contents) {
        Cost cost = cost(contents);
        if (factor == 1) {
            once = cost;
        }
        add("Verdict", factor, cost.verdict(), once.verdict(), MICROS);
        add("Verdict in bulk", factor, cost.bulk(), once.bulk(), MICROS);
        add("Compiling", factor, cost.compiling(), once.compiling(), MILLIS);
    }

    private static double micros(List<Situation> companies, Consumer<Situation> evaluation) {
        Stopwatch stopwatch = new Stopwatch(WARM_UP, BenchSettings.ROUNDS);
        return MICROS_PER_MILLI * stopwatch.median(() -> companies.forEach(evaluation)) / companies.size();
    }

    private void add(String what, double factor, double value, double single, String unit) {
        String times = String.format(Locale.ROOT, "%.1f × the rules", factor);
        Figure figure = Figure.of(what + ", " + times, value, unit).against("once, multiplied", single * factor);
        table.add(factor > 1 ? figure.target(Figure.Target.ratioAtMost(LINEAR)) : figure);
    }
}
