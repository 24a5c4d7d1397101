package org.hashwise.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Interview;

/**
 * The probability of each strategy over the open answers.
 *
 * @param bars of the usual population, best first
 * @param wide probability of the advised strategy in the wide population, from 0 to 1
 * @param open number of questions without a certain answer
 * @param answered number of answers given
 * @param assumed number of values that are assumed
 * @param reportable whether enough is known for a probability to mean something
 * @param missing ids of the questions that have to be asked before
 */
record Probabilities(
        List<ProbabilityBar> bars,
        double wide,
        int open,
        int answered,
        int assumed,
        boolean settled,
        boolean proven,
        boolean reportable,
        List<String> missing) {

    /** @param part of the plausible companies, from 0 to 1 */
    record ProbabilityBar(Strategy strategy, double part, boolean advised) {
        /** The width in percent of the whole. */
        public double width() {
            return 100 * part;
        }
    }

    static Probabilities of(Interview interview) {
        List<ProbabilityBar> bars = interview.probabilities().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(each -> new ProbabilityBar(each.getKey(), each.getValue(), each.getKey() == interview.advised()))
                .toList();
        return new Probabilities(
                bars,
                interview.wideProbabilities().getOrDefault(interview.advised(), 0.0),
                interview.next().size() + interview.unknown().size(),
                interview.answered(),
                interview.assumed(),
                interview.settled(),
                interview.proven(),
                interview.reportable() || interview.proven(),
                interview.missing());
    }

    /** Returns whether the probabilities are exact. */
    public boolean certain() {
        return proven || open == 0;
    }

    /** The parts in the order in which the strategies are always listed. */
    public List<ProbabilityBar> inOrder() {
        return bars.stream()
                .sorted(Comparator.comparing(ProbabilityBar::strategy))
                .toList();
    }

    /** The probability of one strategy. */
    public double of(Strategy strategy) {
        return bars.stream()
                .filter(bar -> bar.strategy() == strategy)
                .mapToDouble(ProbabilityBar::part)
                .findFirst()
                .orElse(0);
    }

    /** The probability of the advised strategy in the usual population. */
    public double usual() {
        return bars.stream()
                .filter(ProbabilityBar::advised)
                .mapToDouble(ProbabilityBar::part)
                .findFirst()
                .orElse(0);
    }

    /** The entropy of the outcome, in bits. */
    double doubt() {
        return bars.stream()
                .mapToDouble(ProbabilityBar::part)
                .filter(part -> part > 0)
                .map(part -> -part * Math.log(part) / Math.log(2))
                .sum();
    }
}
