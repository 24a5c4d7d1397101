package org.hashwise.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.Population;
import org.hashwise.advice.Sampler;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Question;
import org.jspecify.annotations.Nullable;

/**
 * One common sample of plausible companies with the strategy that each is advised. Three of four are of the usual population,
 * whose probabilities also choose the questions; the fourth is of the wide one.
 */
final class MonteCarloSample {

    /** Information needs no more companies than this, however many are drawn for the probabilities. */
    private static final int MOST_REMEMBERED = 20_000;

    /** One company of so many is of the wide population. */
    private static final int WIDE_EACH = 4;

    private static final int BINS = 8;
    private static final Strategy[] STRATEGIES = Strategy.values();

    private final int remembered;
    private final byte[] outcomes;
    private final @Nullable Answer[][] values;
    private final List<Metric> metrics;
    private final Answer[][] figures;

    private MonteCarloSample(int samples, int questions, List<Metric> metrics) {
        this.remembered = Math.min(samples, MOST_REMEMBERED);
        this.outcomes = new byte[samples];
        this.values = new Answer[questions][];
        this.metrics = metrics;
        this.figures = new Answer[metrics.size()][remembered];
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
        int companies = Math.max(samples, WIDE_EACH);
        MonteCarloSample draws = new MonteCarloSample(companies, questions.size(), metrics);
        for (int position = 0; position < questions.size(); position++) {
            if (usual.isDrawn(position)) {
                draws.values[position] = new Answer[draws.remembered];
            }
        }
        Workers.times(companies, number -> draws.draw(isWide(number) ? wide : usual, adviser, number));
        return draws;
    }

    private static boolean isWide(int number) {
        return number % WIDE_EACH == WIDE_EACH - 1;
    }

    private static boolean isOf(Population population, int number) {
        return isWide(number) == (population == Population.WIDE);
    }

    private void draw(Sampler sampler, Adviser adviser, int number) {
        Situation company = sampler.company(number);
        outcomes[number] = (byte) adviser.verdict(company).strategy().ordinal();
        if (number < remembered) {
            for (int position = 0; position < values.length; position++) {
                if (values[position] != null) {
                    values[position][number] = company.valueAt(position);
                }
            }
            for (int i = 0; i < figures.length; i++) {
                figures[i][number] = new Answer.Number(company.metric(metrics.get(i)));
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
        return values[position] != null;
    }

    /** Whether a question is drawn, and not all companies have the same answer to it. */
    boolean isOpen(int position) {
        @Nullable Answer[] answers = values[position];
        return answers != null
                && IntStream.range(1, answers.length).anyMatch(number -> !Objects.equals(answers[number], answers[0]));
    }

    /** Bits that the answer to a question tells about the outcome in one population. */
    double bits(int position, Population population) {
        return bits(values[position], population);
    }

    /** Bits that a metric tells about the outcome in one population. */
    double bits(Metric metric, Population population) {
        return bits(figures[metrics.indexOf(metric)], population);
    }

    private double bits(@Nullable Answer[] all, Population population) {
        int[] numbers = IntStream.range(0, remembered)
                .filter(number -> isOf(population, number))
                .toArray();
        @Nullable Answer[] answers = new Answer[numbers.length];
        byte[] of = new byte[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            answers[i] = all[numbers[i]];
            of[i] = outcomes[numbers[i]];
        }
        return Information.bits(bins(answers), of, STRATEGIES.length);
    }

    private static int[] bins(@Nullable Answer[] answers) {
        return answers[0] instanceof Answer.Number ? quantiles(answers) : words(answers);
    }

    private static int[] words(@Nullable Answer[] answers) {
        Map<Answer, Integer> numbers = new HashMap<>();
        int[] bins = new int[answers.length];
        for (int i = 0; i < bins.length; i++) {
            Answer answer = answers[i];
            bins[i] = answer == null ? 0 : numbers.computeIfAbsent(answer, seen -> numbers.size());
        }
        return bins;
    }

    // Equal values never part, so a value that many companies share gets a bin to itself.
    private static int[] quantiles(@Nullable Answer[] answers) {
        double[] numbers = new double[answers.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = answers[i] instanceof Answer.Number number ? number.value() : 0;
        }
        double[] sorted = numbers.clone();
        java.util.Arrays.sort(sorted);
        List<Double> cuts = new ArrayList<>();
        for (int bin = 1; bin < BINS; bin++) {
            cuts.add(sorted[(int) ((long) bin * sorted.length / BINS)]);
        }
        int[] bins = new int[numbers.length];
        for (int i = 0; i < bins.length; i++) {
            int bin = 0;
            for (double cut : cuts) {
                bin += numbers[i] > cut || numbers[i] == cut && cut > sorted[0] ? 1 : 0;
            }
            bins[i] = bin;
        }
        return bins;
    }
}
