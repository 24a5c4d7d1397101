package org.hashwise.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.Sampler;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Interview.Inquiry;
import org.hashwise.questionnaire.Question;

/**
 * Adaptive interview: estimates the probability of each strategy and selects the question with the most information.
 * Deterministic.
 */
public final class Interviewer {

    private static final double PERCENT = 100;

    private final Adviser adviser;
    private final AnalysisSettings settings;

    public Interviewer(Adviser adviser, AnalysisSettings settings) {
        this.adviser = adviser;
        this.settings = settings;
    }

    /**
     * @param samples companies to draw, at least 1
     * @param seed the same seed gives the same reply
     */
    public Interview interview(PartialAnswers known, int samples, long seed) {
        List<Question> questions = known.situation().questionnaire().questions();
        Sampler sampler = known.sampler(seed);
        MonteCarloSample draws = MonteCarloSample.of(sampler, questions, adviser, samples);
        Map<Strategy, Double> probabilities = new EnumMap<>(Strategy.class);
        for (Strategy strategy : Strategy.values()) {
            probabilities.put(strategy, (double) draws.count(strategy) / samples);
        }
        Strategy leading = leading(probabilities);
        Strategy advised = adviser.verdict(known.situation()).strategy();
        boolean probable = PERCENT * probabilities.getOrDefault(leading, 0.0) >= settings.settledPercent();
        List<Integer> open = IntStream.range(0, questions.size())
                .filter(draws::isDrawn)
                .boxed()
                .toList();
        List<Inquiry> inquiries = ranked(open, questions, draws);
        List<Inquiry> next = only(inquiries, known, false);
        return new Interview(
                probabilities,
                leading,
                advised,
                probable && leading == advised,
                probabilities.getOrDefault(leading, 0.0) == 1
                        && new ExhaustiveCheck(known, new DecisionRegions(adviser, questions)).of(leading, open),
                next,
                only(inquiries, known, true),
                known.situation().answers().byId().size() + known.rough().size(),
                (int) next.stream()
                        .filter(inquiry -> inquiry.bits() >= settings.noticeableBits())
                        .count(),
                samples,
                seed);
    }

    // Among equals the one that changes least leads, as in the recommendation itself.
    private static Strategy leading(Map<Strategy, Double> probabilities) {
        Strategy leading = Strategy.HOLD;
        for (Map.Entry<Strategy, Double> each : probabilities.entrySet()) {
            if (each.getValue() > probabilities.getOrDefault(leading, 0.0)) {
                leading = each.getKey();
            }
        }
        return leading;
    }

    private List<Inquiry> ranked(List<Integer> open, List<Question> questions, MonteCarloSample draws) {
        List<Inquiry> inquiries = new ArrayList<>(Workers.map(open, position -> {
            Question question = questions.get(position);
            return new Inquiry(question.id(), draws.bits(position), question.effort());
        }));
        // The sort is stable, so questions that tell alike keep the order in which they are asked.
        inquiries.sort(Comparator.comparingDouble(this::worth).reversed());
        return inquiries;
    }

    private double worth(Inquiry inquiry) {
        return inquiry.bits() / (1 + settings.effortWeight() * (inquiry.effort() - 1));
    }

    private static List<Inquiry> only(List<Inquiry> inquiries, PartialAnswers known, boolean rough) {
        return inquiries.stream()
                .filter(inquiry -> known.rough().containsKey(inquiry.id()) == rough)
                .toList();
    }
}
