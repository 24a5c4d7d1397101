package org.hashwise.consultation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.AnalysisSettings;
import org.hashwise.analysis.Axis;
import org.hashwise.analysis.Counterfactual;
import org.hashwise.analysis.Flip;
import org.hashwise.analysis.Interview;
import org.hashwise.analysis.Peers;
import org.hashwise.analysis.StrategyCase;
import org.hashwise.analysis.StrategyMap;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.model.AnalysisParameters;

/**
 * The analyses of an advice: how sure it is, what to ask next, what would change it, and why it is not
 * another. Thread-safe.
 */
public interface Analyses {

    /** For programs without the rest of the application. */
    static Analyses of(ActiveRulebook rulebooks) {
        return new RulebookAnalyses(rulebooks);
    }

    /** The limits and defaults in force. */
    AnalysisSettings settings();

    /** The limits and defaults that a rulebook gives. */
    static AnalysisSettings settings(Rulebook rulebook) {
        return new AnalysisSettings(
                rulebook.threshold(AnalysisParameters.SETTLED_PERCENT),
                (int) rulebook.threshold(AnalysisParameters.SAMPLES),
                (int) rulebook.threshold(AnalysisParameters.MOST_SAMPLES),
                (int) rulebook.threshold(AnalysisParameters.MOST_CELLS),
                (long) rulebook.threshold(AnalysisParameters.SEED),
                rulebook.threshold(AnalysisParameters.NOTICEABLE_BITS),
                rulebook.threshold(AnalysisParameters.EFFORT_WEIGHT),
                rulebook.threshold(AnalysisParameters.ABOUT_PERCENT),
                (int) rulebook.threshold(AnalysisParameters.MOST_TRIALS));
    }

    /** How sure the advice is with these answers, and what to ask next. */
    default Interview interview(Evaluation evaluation) {
        return interview(
                evaluation, Map.of(), Set.of(), settings().samples(), settings().seed());
    }

    /**
     * The same with numbers that are known within a range only, and with questions that the company cannot answer.
     *
     * @param rough by question id; none of them is among the answers of the evaluation
     * @param unknown ids of questions that are neither answered nor rough
     * @param samples from 1 to {@link AnalysisSettings#mostSamples}
     */
    Interview interview(
            Evaluation evaluation, Map<String, Distribution.Range> rough, Set<String> unknown, int samples, long seed);

    /** Where the recommendation changes if one value alone is another, the nearest first. */
    List<Flip> flips(Evaluation evaluation);

    /** The fewest and smallest changes that lead to a strategy. */
    Counterfactual smallestChange(Evaluation evaluation, Strategy target, Set<String> locked);

    /** Why a rule of the policy fired or did not; empty when there is none with this id. */
    Optional<RuleReading> rule(Evaluation evaluation, String id);

    /** The id of a rule that was probably meant. */
    Optional<String> nearestRule(String id);

    /** What kept a strategy down, and what can be said for it. */
    StrategyCase strategy(Evaluation evaluation, Strategy strategy);

    /** What would be recommended over two values; at most {@link AnalysisSettings#mostCells} cells. */
    StrategyMap map(Evaluation evaluation, Axis x, Axis y);

    /** The company-dates of the casebook that are nearest to the company, but for the company itself on that day. */
    Peers.Nearest peers(Evaluation evaluation, int most);
}
