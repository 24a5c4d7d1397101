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

    private MonteCarloSample(int samples, int questions) {
        this.remembered = Math.min(samples, MOST_REMEMBERED);
        this.outcomes = new byte[samples];
        this.values = new Answer[questions][];
    }

    static MonteCarloSample of(Sampler sampler, List<Question> questions, Adviser adviser, int samples) {
        MonteCarloSample draws = new MonteCarloSample(samples, questions.size());
        for (int position = 0; position < questions.size(); position++) {
            if (sampler.isDrawn(position)) {
                draws.values[position] = new Answer[draws.remembered];
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
        return values[position] != null;
    }

    /** Bits that the answer to a question tells about the outcome. */
    double bits(int position) {
        int[] bins = bins(values[position]);
        return Information.bits(bins, outcomes, STRATEGIES.length);
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
