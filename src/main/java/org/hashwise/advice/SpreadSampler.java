package org.hashwise.advice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;

/** Samples plausible values of each question from its declared distribution; each question has its own random stream. */
final class SpreadSampler {

    private static final double UNIT = 0x1p-53;
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final List<Question> questions;
    private final long[] streams;
    private final ConditionalDistributions[] distributions;

    SpreadSampler(Questionnaire questionnaire, long seed) {
        this.questions = questionnaire.questions();
        this.streams = new long[questions.size()];
        this.distributions = new ConditionalDistributions[questions.size()];
        for (int position = 0; position < streams.length; position++) {
            // by id and not by position, so that a new question does not change the random streams of the others
            streams[position] = mixed(seed ^ mixed(questions.get(position).id().hashCode()));
            distributions[position] = ConditionalDistributions.of(questions.get(position), questionnaire);
        }
    }

    @Nullable
    Answer draw(int position, long number, Sampler.Draw company) {
        Question question = questions.get(position);
        Distribution spread = question.spread();
        double uniform = uniform(position, number);
        if (spread instanceof Distribution.Range range) {
            return number(question, between(range.low(), range.likely(), range.high(), uniform));
        }
        if (spread instanceof Distribution.Factor factor
                && company.typical(position) instanceof Answer.Number typical) {
            return number(question, typical.value() * between(factor.low(), factor.likely(), factor.high(), uniform));
        }
        CategoricalDistribution distribution = distributions[position].of(company);
        return distribution.answers().isEmpty() ? company.typical(position) : distribution.at(uniform);
    }

    /**
     * A value between the ends of the spread, each as probable as any other, or any of the choices.
     *
     * @param rough the range that the company stated itself, if any
     * @param typical what is assumed for the question from the known answers alone
     */
    @Nullable
    Answer drawUniformly(int position, long number, Distribution.@Nullable Range rough, @Nullable Answer typical) {
        Question question = questions.get(position);
        double uniform = uniform(position, number);
        Distribution spread = rough == null ? question.spread() : rough;
        if (spread instanceof Distribution.Range range) {
            return number(question, range.low() + (range.high() - range.low()) * uniform);
        }
        if (spread instanceof Distribution.Factor factor && typical instanceof Answer.Number likely) {
            return number(question, likely.value() * (factor.low() + (factor.high() - factor.low()) * uniform));
        }
        List<Answer> answers = distributions[position].all();
        return answers.isEmpty() ? typical : answers.get((int) (uniform * answers.size()));
    }

    /** A value of a range that the company stated itself. */
    Answer within(Distribution.Range range, int position, long number) {
        double value = between(range.low(), range.likely(), range.high(), uniform(position, number));
        return number(questions.get(position), value);
    }

    private static Answer number(Question question, double value) {
        return new Answer.Number(Math.max(question.min(), Math.min(question.max(), value)));
    }

    /**
     * Half of the values are below the likely one and half above, and on each side they get rarer with the distance. A
     * likely value that is also the lowest is therefore met by half of the companies.
     */
    static double between(double low, double likely, double high, double uniform) {
        return uniform < 0.5
                ? low + (likely - low) * Math.sqrt(2 * uniform)
                : high - (high - likely) * Math.sqrt(2 * (1 - uniform));
    }

    private double uniform(int position, long number) {
        return (mixed(streams[position] + (number + 1) * STEP) >>> 11) * UNIT;
    }

    // the finalizer of SplitMix64: neighbouring numbers become unrelated ones
    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /**
     * The distribution of a choice, which may depend on the answer to another question.
     *
     * @param on the position of that question; negative when there is one distribution for all
     */
    private record ConditionalDistributions(
            int on,
            Map<String, CategoricalDistribution> byAnswer,
            CategoricalDistribution distribution,
            List<Answer> all) {

        static ConditionalDistributions of(Question question, Questionnaire questionnaire) {
            Map<String, CategoricalDistribution> byAnswer = new HashMap<>();
            if (question.spread() instanceof Distribution.Conditional conditional) {
                conditional
                        .byAnswer()
                        .forEach((answer, weights) ->
                                byAnswer.put(answer, CategoricalDistribution.of(question, weights)));
                List<Answer> options =
                        List.copyOf(CategoricalDistribution.options(question).values());
                int on = questionnaire.position(conditional.on());
                return new ConditionalDistributions(on, byAnswer, CategoricalDistribution.NONE, options);
            }
            CategoricalDistribution distribution = CategoricalDistribution.of(question, question.spread());
            return new ConditionalDistributions(-1, byAnswer, distribution, distribution.answers());
        }

        CategoricalDistribution of(Sampler.Draw company) {
            return on < 0
                    ? distribution
                    : byAnswer.getOrDefault(
                            Distribution.Conditional.word(company.valueAt(on)), CategoricalDistribution.NONE);
        }
    }

    /** Whole answers with their weights, for questions that are not numeric. */
    private record CategoricalDistribution(List<Answer> answers, double[] upTo) {

        static final CategoricalDistribution NONE = new CategoricalDistribution(List.of(), new double[0]);

        static CategoricalDistribution of(Question question, Distribution spread) {
            List<Answer> answers = new ArrayList<>();
            List<Double> weights = new ArrayList<>();
            if (spread instanceof Distribution.Examples examples) {
                answers.addAll(examples.answers());
                examples.answers().forEach(each -> weights.add(1.0));
            } else if (spread instanceof Distribution.Weights given) {
                options(question).forEach((word, answer) -> {
                    answers.add(answer);
                    weights.add(given.byChoice().getOrDefault(word, 0.0));
                });
            }
            double[] upTo = new double[weights.size()];
            double sum = 0;
            for (int i = 0; i < upTo.length; i++) {
                sum += weights.get(i);
                upTo[i] = sum;
            }
            return new CategoricalDistribution(List.copyOf(answers), upTo);
        }

        // in the order of the questionnaire: that of a map would change what a seed draws
        private static Map<String, Answer> options(Question question) {
            if (question.kind() == Kind.YESNO) {
                return new TreeMap<>(Map.of("yes", new Answer.YesNo(true), "no", new Answer.YesNo(false)));
            }
            Map<String, Answer> options = new LinkedHashMap<>();
            question.choices().forEach(choice -> options.put(choice.value(), new Answer.Choice(choice.value())));
            return options;
        }

        Answer at(double uniform) {
            double place = uniform * upTo[upTo.length - 1];
            int chosen = 0;
            while (chosen < upTo.length - 1 && place >= upTo[chosen]) {
                chosen++;
            }
            return answers.get(chosen);
        }
    }
}
