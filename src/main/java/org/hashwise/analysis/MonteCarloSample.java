package org.hashwise.analysis;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.Population;
import org.hashwise.advice.Sampler;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.VerdictEvaluator;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Question;
import org.jspecify.annotations.Nullable;

/**
 * One common sample of plausible companies with the strategy that each is advised, taken in turn from the usual and from the
 * wide population.
 */
final class MonteCarloSample {

    /** Information needs no more companies than this, however many are drawn for the probabilities. */
    private static final int MOST_REMEMBERED = 20_000;

    private static final int POPULATIONS = Population.values().length;
    private static final int BINS = 8;
    private static final Strategy[] STRATEGIES = Strategy.values();

    private final int remembered;
    private final byte[] outcomes;
    private final @Nullable Answer[][] values;

    /** Values of numeric questions, which take less memory so; NaN where there is none. */
    private final double[][] numbers;

    private final List<Metric> metrics;
    private final double[][] figures;

    private MonteCarloSample(int samples, int questions, List<Metric> metrics) {
        this.remembered = Math.min(samples, MOST_REMEMBERED);
        this.outcomes = new byte[samples];
        this.values = new Answer[questions][];
        this.numbers = new double[questions][];
        this.metrics = metrics;
        this.figures = new double[metrics.size()][remembered];
    }

    /**
     * @param assumed ids of open questions that keep their typical value
     * @param metrics whose information is asked for
     * @param samples companies in all; at least so many are drawn that both populations have one
     */
    static MonteCarloSample of(
            PartialAnswers known, Set<String> assumed, List<Metric> metrics, Adviser adviser, int samples, long seed) {
        List<Question> questions = known.situation().questionnaire().questions();
        Sampler usual = known.sampler(assumed, Population.USUAL, seed);
        Sampler wide = known.sampler(assumed, Population.WIDE, seed);
        int companies = Math.max(samples, POPULATIONS);
        MonteCarloSample draws = new MonteCarloSample(companies, questions.size(), metrics);
        for (int position = 0; position < questions.size(); position++) {
            if (usual.isDrawn(position)) {
                if (questions.get(position).kind().isNumeric()) {
                    draws.numbers[position] = new double[draws.remembered];
                } else {
                    draws.values[position] = new Answer[draws.remembered];
                }
            }
        }
        Workers.times(
                companies,
                adviser::evaluator,
                (evaluator, number) -> draws.draw(isWide(number) ? wide : usual, evaluator, number));
        return draws;
    }

    private static boolean isWide(int number) {
        return number % POPULATIONS == Population.WIDE.ordinal();
    }

    private static boolean isOf(Population population, int number) {
        return isWide(number) == (population == Population.WIDE);
    }

    private void draw(Sampler sampler, VerdictEvaluator evaluator, int number) {
        Situation company = sampler.company(number);
        evaluator.evaluate(company);
        outcomes[number] = (byte) evaluator.strategy().ordinal();
        if (number < remembered) {
            for (int position = 0; position < values.length; position++) {
                if (values[position] != null) {
                    values[position][number] = company.valueAt(position);
                } else if (numbers[position] != null) {
                    numbers[position][number] =
                            company.valueAt(position) instanceof Answer.Number value ? value.value() : Double.NaN;
                }
            }
            for (int i = 0; i < figures.length; i++) {
                figures[i][number] = company.metric(metrics.get(i));
            }
        }
    }

    /** The part of one population that is advised each strategy. */
    Map<Strategy, Double> probabilities(Population population) {
        int[] counts = new int[STRATEGIES.length];
        int total = 0;
        for (int number = 0; number < outcomes.length; number++) {
            if (isOf(population, number)) {
                counts[outcomes[number]]++;
                total++;
            }
        }
        Map<Strategy, Double> probabilities = new EnumMap<>(Strategy.class);
        for (Strategy strategy : STRATEGIES) {
            probabilities.put(strategy, (double) counts[strategy.ordinal()] / total);
        }
        return probabilities;
    }

    boolean isDrawn(int position) {
        return values[position] != null || numbers[position] != null;
    }

    /** Returns whether a question is drawn, and not all companies have the same answer to it. */
    boolean isOpen(int position) {
        double[] drawn = numbers[position];
        @Nullable Answer[] answers = values[position];
        return (drawn != null && Arrays.stream(drawn).distinct().limit(2).count() > 1)
                || (answers != null && Arrays.stream(answers).anyMatch(answer -> !Objects.equals(answer, answers[0])));
    }

    /** Bits that the answer to a question tells about the outcome in one population. */
    double bits(int position, Population population) {
        double[] drawn = numbers[position];
        return drawn == null
                ? bits(distinct(of(population, values[position])), population)
                : bits(bins(of(population, drawn)), population);
    }

    /** Bits that a metric tells about the outcome in one population. */
    double bits(Metric metric, Population population) {
        return bits(bins(of(population, figures[metrics.indexOf(metric)])), population);
    }

    private double bits(int[] bins, Population population) {
        byte[] of = new byte[bins.length];
        for (int i = 0; i < of.length; i++) {
            of[i] = outcomes[number(population, i)];
        }
        return Information.bits(bins, of, STRATEGIES.length);
    }

    private static double[] of(Population population, double[] drawn) {
        double[] own = new double[size(population, drawn.length)];
        for (int i = 0; i < own.length; i++) {
            own[i] = drawn[number(population, i)];
        }
        return own;
    }

    private static @Nullable Object[] of(Population population, @Nullable Answer[] drawn) {
        @Nullable Object[] own = new Object[size(population, drawn.length)];
        for (int i = 0; i < own.length; i++) {
            own[i] = drawn[number(population, i)];
        }
        return own;
    }

    /** The number of companies of a population among the first ones. */
    private static int size(Population population, int companies) {
        return (companies - population.ordinal() + POPULATIONS - 1) / POPULATIONS;
    }

    /** The number of a company of a population. */
    private static int number(Population population, int index) {
        return index * POPULATIONS + population.ordinal();
    }

    private static int[] bins(double[] drawn) {
        return Double.isNaN(drawn[0]) ? distinct(boxed(drawn)) : quantiles(drawn);
    }

    private static @Nullable Double[] boxed(double[] drawn) {
        @Nullable Double[] boxed = new Double[drawn.length];
        for (int i = 0; i < boxed.length; i++) {
            boxed[i] = Double.isNaN(drawn[i]) ? null : drawn[i];
        }
        return boxed;
    }

    /** One bin for each value that occurs. */
    private static int[] distinct(@Nullable Object[] drawn) {
        Map<Object, Integer> seen = new HashMap<>();
        int[] bins = new int[drawn.length];
        for (int i = 0; i < bins.length; i++) {
            Object value = drawn[i];
            bins[i] = value == null ? 0 : seen.computeIfAbsent(value, first -> seen.size());
        }
        return bins;
    }

    // Equal values never part, so a value that many companies share gets a bin to itself.
    private static int[] quantiles(double[] drawn) {
        double[] numbers = new double[drawn.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.isNaN(drawn[i]) ? 0 : drawn[i];
        }
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        double[] cuts = new double[BINS - 1];
        for (int bin = 1; bin < BINS; bin++) {
            cuts[bin - 1] = sorted[(int) ((long) bin * sorted.length / BINS)];
        }
        int[] bins = new int[numbers.length];
        for (int i = 0; i < bins.length; i++) {
            int bin = 0;
            for (double cut : cuts) {
                bin += numbers[i] > cut || (numbers[i] == cut && cut > sorted[0]) ? 1 : 0;
            }
            bins[i] = bin;
        }
        return bins;
    }
}
