package org.hashwise.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.Sampler;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Question;
import org.jspecify.annotations.Nullable;

/** One common sample of plausible companies with the strategy that each is advised. */
final class MonteCarloSample {

    /** Information needs no more companies than this, however many are drawn for the probabilities. */
    private static final int MOST_REMEMBERED = 20_000;

    private static final int BINS = 8;
    private static final Strategy[] STRATEGIES = Strategy.values();

    private final int remembered;
    private final byte[] outcomes;
    private final @Nullable Answer[][] values;

    /** Values of numeric questions, which take less memory so; NaN where there is none. */
    private final double[][] numbers;

    private MonteCarloSample(int samples, int questions) {
        this.remembered = Math.min(samples, MOST_REMEMBERED);
        this.outcomes = new byte[samples];
        this.values = new Answer[questions][];
        this.numbers = new double[questions][];
    }

    static MonteCarloSample of(Sampler sampler, List<Question> questions, Adviser adviser, int samples) {
        MonteCarloSample draws = new MonteCarloSample(samples, questions.size());
        for (int position = 0; position < questions.size(); position++) {
            if (sampler.isDrawn(position)) {
                if (questions.get(position).kind().isNumeric()) {
                    draws.numbers[position] = new double[draws.remembered];
                } else {
                    draws.values[position] = new Answer[draws.remembered];
                }
            }
        }
        Workers.times(samples, number -> draws.draw(sampler, adviser, number));
        return draws;
    }

    private void draw(Sampler sampler, Adviser adviser, int number) {
        Situation company = sampler.company(number);
        outcomes[number] = (byte) adviser.verdict(company).strategy().ordinal();
        if (number < remembered) {
            for (int position = 0; position < values.length; position++) {
                if (values[position] != null) {
                    values[position][number] = company.valueAt(position);
                } else if (numbers[position] != null) {
                    numbers[position][number] =
                            company.valueAt(position) instanceof Answer.Number value ? value.value() : Double.NaN;
                }
            }
        }
    }

    int count(Strategy strategy) {
        int count = 0;
        for (byte outcome : outcomes) {
            count += outcome == strategy.ordinal() ? 1 : 0;
        }
        return count;
    }

    boolean isDrawn(int position) {
        return values[position] != null || numbers[position] != null;
    }

    /** Bits that the answer to a question tells about the outcome. */
    double bits(int position) {
        return Information.bits(bins(position), outcomes, STRATEGIES.length);
    }

    private int[] bins(int position) {
        double[] drawn = numbers[position];
        if (drawn == null) {
            return distinct(values[position]);
        }
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
