package org.hashwise.economics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.hashwise.questionnaire.Typical;

/**
 * The named formulas by which a typical value follows from other answers: {@code scaled}, {@code largest-part}, {@code fleet-power},
 * {@code fleet-from-power}, {@code chosen}, {@code table}, {@code market-value}, {@code scaled-at-least}, {@code pending-tax} and {@code zero-or-more}.
 */
public final class Estimates {

    private Estimates() {}

    /** An argument that a formula takes and did not get, or got and does not take. */
    public record Mismatch(String argument, boolean missing) {}

    /** The names that {@code typical: { estimate: … }} may use. */
    public static Set<String> names() {
        return EstimateFormula.allIds();
    }

    /**
     * The ids of the questions whose values the estimate reads. {@code fleet-from-power} also reads the energised
     * power, but only when the company stated it; so that id is left out here and cannot close a circle.
     *
     * @throws IllegalArgumentException when there is no such formula
     */
    public static Set<String> reads(Typical.Estimated estimate) {
        EstimateFormula formula = formula(estimate);
        Set<String> ids = new TreeSet<>();
        for (Input input : formula.inputs()) {
            ids.add(input.id());
        }
        for (String role : formula.ids()) {
            String id = estimate.ids().get(role);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    /**
     * The arguments that do not fit the formula, in alphabetical order; empty when {@link #resolve} has all it needs but
     * for {@link #uncovered}.
     *
     * @throws IllegalArgumentException when there is no such formula
     */
    public static List<Mismatch> mismatches(Typical.Estimated estimate) {
        EstimateFormula formula = formula(estimate);
        Set<String> missing = new TreeSet<>();
        Set<String> unknown = new TreeSet<>();
        compare(formula.numbers(), estimate.numbers().keySet(), missing, unknown);
        Set<String> words = new TreeSet<>(formula.ids());
        words.addAll(formula.choices());
        compare(words, estimate.ids().keySet(), missing, unknown);
        compare(formula.tables(), estimate.tables().keySet(), missing, unknown);
        List<Mismatch> mismatches = new ArrayList<>();
        missing.forEach(argument -> mismatches.add(new Mismatch(argument, true)));
        unknown.forEach(argument -> mismatches.add(new Mismatch(argument, false)));
        return mismatches;
    }

    /**
     * The choices, or pairs of choices, for which the estimate has no entry; its arguments need to fit.
     *
     * @param choices the values of a choice question by its id
     */
    public static List<String> uncovered(
            Typical.Estimated estimate, Function<String, ? extends Collection<String>> choices) {
        List<String> uncovered = new ArrayList<>();
        EstimateFormula formula = formula(estimate);
        if (formula == EstimateFormula.CHOSEN) {
            Map<String, Double> times = argument(estimate.tables(), "times");
            for (String value : choices.apply(argument(estimate.ids(), "choice"))) {
                if (!times.containsKey(value) && !times.containsKey(EstimateFormula.ANY)) {
                    uncovered.add(value);
                }
            }
        } else if (formula == EstimateFormula.TABLE) {
            Map<String, Double> values = argument(estimate.tables(), "values");
            for (String first : choices.apply(argument(estimate.ids(), "first"))) {
                for (String second : choices.apply(argument(estimate.ids(), "second"))) {
                    if (EstimateFormula.keys(first, second).stream().noneMatch(values::containsKey)) {
                        uncovered.add(first + "," + second);
                    }
                }
            }
        }
        return uncovered;
    }

    /**
     * The choices that the estimate may give; empty when it gives a number.
     *
     * @throws IllegalArgumentException when there is no such formula, or it lacks an argument
     */
    public static List<String> gives(Typical.Estimated estimate) {
        return formula(estimate).choices().stream()
                .map(role -> argument(estimate.ids(), role))
                .toList();
    }

    /**
     * The formula of an estimate with the positions of what it reads.
     *
     * @param positions of the questions by their ids; negative for one that there is not
     * @throws IllegalArgumentException when there is no such formula, or it lacks an argument or a question
     */
    public static Estimate resolve(
            Typical.Estimated estimate, ToIntFunction<String> positions, Jurisdictions jurisdictions) {
        return new EstimateResolver(estimate, positions, jurisdictions).resolve(formula(estimate));
    }

    static <T> T argument(Map<String, T> arguments, String name) {
        T argument = arguments.get(name);
        if (argument == null) {
            throw new IllegalArgumentException(name);
        }
        return argument;
    }

    private static EstimateFormula formula(Typical.Estimated estimate) {
        return EstimateFormula.ofId(estimate.formula())
                .orElseThrow(() -> new IllegalArgumentException(estimate.formula()));
    }

    private static void compare(Set<String> taken, Set<String> given, Set<String> missing, Set<String> unknown) {
        taken.stream().filter(name -> !given.contains(name)).forEach(missing::add);
        given.stream().filter(name -> !taken.contains(name)).forEach(unknown::add);
    }
}
