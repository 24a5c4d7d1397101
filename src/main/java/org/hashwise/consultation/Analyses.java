package org.hashwise.consultation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.Strategy;
import org.hashwise.analysis.Axis;
import org.hashwise.analysis.Change;
import org.hashwise.analysis.Flip;
import org.hashwise.analysis.Interview;
import org.hashwise.analysis.Settings;
import org.hashwise.analysis.StrategyCase;
import org.hashwise.analysis.StrategyMap;
import org.hashwise.questionnaire.Spread;
import org.hashwise.rulebook.AnalysisThresholds;
import org.hashwise.rulebook.Rulebook;

/**
 * What else can be asked about an advice: how sure it is, what to ask next, what would change it, and why it is not
 * another. Thread-safe.
 *
 * <p>Every method that takes a request throws {@link NoMarketYet} when no snapshot is as old as the day that is asked
 * for.
 */
public interface Analyses {

    /** The limits and defaults in force. */
    Settings settings();

    /** The limits and defaults that a rulebook gives. */
    static Settings settings(Rulebook rulebook) {
        return new Settings(
                rulebook.threshold(AnalysisThresholds.SETTLED_PERCENT),
                (int) rulebook.threshold(AnalysisThresholds.SAMPLES),
                (int) rulebook.threshold(AnalysisThresholds.MOST_SAMPLES),
                (int) rulebook.threshold(AnalysisThresholds.MOST_CELLS),
                (long) rulebook.threshold(AnalysisThresholds.SEED),
                rulebook.threshold(AnalysisThresholds.NOTICEABLE_BITS),
                rulebook.threshold(AnalysisThresholds.EFFORT_WEIGHT),
                rulebook.threshold(AnalysisThresholds.ABOUT_PERCENT),
                (int) rulebook.threshold(AnalysisThresholds.MOST_TRIALS));
    }

    /** How sure the advice is with these answers, and what to ask next. */
    default Interview interview(Consultation.Request request) {
        return interview(request, Map.of(), settings().samples(), settings().seed());
    }

    /**
     * The same with numbers that are known within a range only.
     *
     * @param rough by question id; none of them is among the answers of the request
     * @param samples from 1 to {@link Settings#mostSamples}
     */
    Interview interview(Consultation.Request request, Map<String, Spread.Range> rough, int samples, long seed);

    /** Where the recommendation changes if one value alone is another, the nearest first. */
    List<Flip> flips(Consultation.Request request);

    /** The fewest and smallest changes that lead to a strategy. */
    Change smallestChange(Consultation.Request request, Strategy target, Set<String> locked);

    /** Why a rule of the policy fired or did not; empty when there is none with this id. */
    Optional<RuleReading> rule(Consultation.Request request, String id);

    /** The id of a rule that was probably meant. */
    Optional<String> nearestRule(String id);

    /** What kept a strategy down, and what can be said for it. */
    StrategyCase strategy(Consultation.Request request, Strategy strategy);

    /** What would be recommended over two values; at most {@link Settings#mostCells} cells. */
    StrategyMap map(Consultation.Request request, Axis x, Axis y);
}
